import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facesNeededWhole, outsideTheCut } from './outside-the-cut';

test.each([
  'সেন্ট্রাল কন্ট্রোল এন্ট্রি স্প্লিট গল্ফ স্প্রিন্ট',
  'র‍্যাব র‍্যালি অ্যাপ এ্যাম্বুলেন্স রাষ্ট্রপতি লক্ষ্মী উজ্জ্বল সান্ত্বনা দ্বন্দ্ব',
  'সেণ্টিমিটার পৃথ্বী শিরশ্ছেদ বিষণ্ণতা ওয়াক্‌ফ খড়্‌গ অপাঙ্‌ক্তেয়',
  'ড় ঢ় য় ড় ঢ় য়',
])('%s is drawn by the cut as by the whole face', (text) => {
  expect(outsideTheCut(text)).toEqual(new Map());
});

test('what no word holds is found, with the faces that cannot draw it', () => {
  // Two consonants that no Bengali word joins, for which the serif has a form of its own.
  const found = outsideTheCut('আজকের খবরে ঘ্জ্ঞ্র ছিল');
  expect([...found.keys()].length).toBeLessThanOrEqual(1);
});

test('a face is needed whole only where a page needs it', () => {
  expect(facesNeededWhole('<p>সাধারণ খবর</p>')).toEqual([]);
});

test('a megabyte of marks and joiners is looked at in bounded pieces', () => {
  const marks = '\u09cd\u09be\u0981\u200d'.repeat(250_000);
  expect(() => outsideTheCut(marks)).not.toThrow();
});

test('every hard word and label is inside the cut', () => {
  const words = readFileSync('scripts/fonts/hard-words.txt', 'utf8');
  expect(outsideTheCut(words)).toEqual(new Map());
});
