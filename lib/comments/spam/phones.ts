import { visibleText } from './visible-text';

const spoken: ReadonlyMap<string, string> = new Map(
  [
    'শূন্য জিরো zero',
    'এক ওয়ান one',
    'দুই টু two',
    'তিন থ্রি three',
    'চার ফোর four',
    'পাঁচ ফাইভ five',
    'ছয় সিক্স six',
    'সাত সেভেন seven',
    'আট এইট eight',
    'নয় নাইন nine',
  ].flatMap((words, digit) => words.split(' ').map((word) => [visibleText(word), String(digit)] as const)),
);
const ONE = [...spoken.keys()].join('|');
/** A number that is dictated. Fewer digits in a row are scores and prices. */
const DICTATED = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:${ONE})[\\s,.-]{1,3}){7,}(?:${ONE})(?![\\p{L}\\p{M}])`,
  'gu',
);
const EACH = new RegExp(ONE, 'gu');
/** Digits and dictated ones in one row. */
const HALF_DICTATED = new RegExp(`(?:\\d{1,6}|${ONE})(?:[\\s,.-]{0,3}(?:\\d{1,6}|${ONE})){3,}`, 'gu');

/** A mobile number of Bangladesh, or any with its country's code, however its digits are set apart. */
const PHONE =
  /(?<!\d)(?:(?:\+?88[\s().-]{0,3})?0[\s().*_-]{0,2}1[\s().*_-]{0,2}[3-9](?:[\s().*_-]{0,3}\d){8}|\+\d(?:[\s().-]{0,3}\d){9,13})(?!\d)/g;
/** Six digits each by itself, or signs between them that nobody sets between the digits of a number. */
const SET_APART = /(?:\d[\s.*_-]{1,3}){6}|[*_]/;

export interface Phones {
  rest: string;
  count: number;
  /** Their digits alone. */
  numbers: string[];
  /** How many were written so that a program should not know them. */
  veiled: number;
}

/** A plain text less its telephone numbers. What has none is given back as it was. */
export function withoutPhones(text: string): Phones {
  let count = 0;
  const numbers: string[] = [];
  let veiled = 0;
  const digits = text
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
    .replace(DICTATED, (words) => {
      veiled += 1;
      count += 1;
      return ` ${words.replace(EACH, (word) => spoken.get(word) ?? '').replace(/\D/g, '')} `;
    })
    .replace(HALF_DICTATED, (run) => {
      const plain = run.replace(EACH, (word) => spoken.get(word) ?? '').replace(/\D/g, '');
      if (!/[^\d\s,.-]/.test(run) || !/^(?:88)?01[3-9]\d{7,8}$/.test(plain)) return run;
      veiled += 1;
      count += 1;
      return ` ${plain} `;
    })
    .replace(/(?<=\d)o|(?<![\p{L}\p{M}])o(?=[\s.-]?\d)/gu, () => '0');
  const wasDictated = count > 0;
  const rest = digits.replace(PHONE, (phone) => {
    if (!wasDictated) count += 1;
    numbers.push(phone.replace(/\D/g, ''));
    if (SET_APART.test(phone) || /\do|o\d/.test(text)) veiled += 1;
    return ' ';
  });
  return count === 0 ? { rest: text, count, veiled, numbers } : { rest, count, veiled, numbers };
}
