import { toBengaliDigits } from './digits.ts';

/**
 * `revised2019` is the calendar that the Bangla Academy revised and Bangladesh has used since 1426 (2019):
 * months 1–6 have 31 days, 7–10 and 12 have 30, ফাল্গুন 29, or 30 in a Gregorian leap year; so that 21 February is
 * always 8 ফাল্গুন, 26 March 12 চৈত্র and 16 December 1 পৌষ.
 * `academy1987` is the one before it (Bangla Academy, 1987/1995): months 1–5 have 31 days, 6–12 have 30, ফাল্গুন 31
 * in a Gregorian leap year.
 */
export type BanglaRule = 'revised2019' | 'academy1987';

/** A day by name, without a time or a zone; month 1 is January or বৈশাখ. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}
export interface BanglaDate extends CivilDate {
  monthName: string;
}

/** A day that does not exist, or lies outside 1900–2100 where the rules above are vouched for. */
export class DateOutOfRange extends RangeError {
  override name = 'DateOutOfRange';
}

export const weekdays = 'রবিবার সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার'.split(' ');
export const gregorianMonths = 'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর'.split(
  ' ',
);
export const banglaMonths = 'বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র'.split(' ');

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const DAY = 86_400_000;

/** Gregorian day of the month on which a Bangla month begins; the month numbers are the same under both rules. */
const MONTH_STARTS: Record<BanglaRule, readonly (readonly [month: number, day: number])[]> = {
  revised2019: [
    [4, 14],
    [5, 15],
    [6, 15],
    [7, 16],
    [8, 16],
    [9, 16],
    [10, 17],
    [11, 16],
    [12, 16],
    [1, 15],
    [2, 14],
    [3, 15],
  ],
  academy1987: [
    [4, 14],
    [5, 15],
    [6, 15],
    [7, 16],
    [8, 16],
    [9, 16],
    [10, 16],
    [11, 15],
    [12, 15],
    [1, 14],
    [2, 13],
    [3, 15],
  ],
};

/** Throws `DateOutOfRange` for a day that does not exist or lies outside 1900–2100. */
export function toBanglaDate(date: CivilDate, rule: BanglaRule = 'revised2019'): BanglaDate {
  assertCivil(date);
  const at = Date.UTC(date.year, date.month - 1, date.day);
  const newYear = Date.UTC(date.year, 3, 14);
  const year = at >= newYear ? date.year - 593 : date.year - 594;

  for (let month = 12; month >= 1; month--) {
    const start = monthStart(year, month, rule);
    if (start <= at)
      return { year, month, day: (at - start) / DAY + 1, monthName: nameIn(banglaMonths, month) };
  }
  throw new DateOutOfRange(`no Bangla month holds ${isoOf(date)}`);
}

/** The way back from `toBanglaDate`. Throws `DateOutOfRange` for a day that the month does not have. */
export function fromBanglaDate(date: CivilDate, rule: BanglaRule = 'revised2019'): CivilDate {
  const { year, month, day } = date;
  if (!MONTH_STARTS[rule][month - 1] || !Number.isInteger(year) || !Number.isInteger(day) || day < 1) {
    throw new DateOutOfRange(`not a Bangla date: ${isoOf(date)}`);
  }
  const at = monthStart(year, month, rule) + (day - 1) * DAY;
  const end = month === 12 ? monthStart(year + 1, 1, rule) : monthStart(year, month + 1, rule);
  if (at >= end) throw new DateOutOfRange(`not a Bangla date: ${isoOf(date)}`);

  const found = civilOf(at);
  assertCivil(found);
  return found;
}

/**
 * The line under the name of the paper, as in রবিবার, ২৮ ডিসেম্বর ২০২৫, ১৩ পৌষ ১৪৩২ বঙ্গাব্দ.
 * `dayStartHour` is the hour in Dhaka at which the Bangla day begins; 0 is midnight, as in official use, 6 the
 * sunrise of tradition.
 */
export function mastheadDate(
  instant: Date,
  { rule = 'revised2019', dayStartHour = 0 }: { rule?: BanglaRule; dayStartHour?: number } = {},
): string {
  const here = inDhaka(instant);
  const banglaDay =
    here.hour < dayStartHour ? civilOf(Date.UTC(here.year, here.month - 1, here.day) - DAY) : here;
  const bangla = toBanglaDate(banglaDay, rule);
  return toBengaliDigits(
    `${here.weekday}, ${dayMonthYear(here)}, ${bangla.day} ${bangla.monthName} ${bangla.year} বঙ্গাব্দ`,
  );
}

/** What stands after the label প্রকাশিত সময়, as in ১০:৫৯:০৭ পূর্বাহ্ন, বৃহস্পতিবার, ১৪ সেপ্টেম্বর ২০২৩. */
export function publicationTime(instant: Date): string {
  const here = inDhaka(instant);
  const time = [here.hour % 12 || 12, here.minute, here.second].map(twoDigits).join(':');
  const half = here.hour < 12 ? 'পূর্বাহ্ন' : 'অপরাহ্ন';
  return toBengaliDigits(`${time} ${half}, ${here.weekday}, ${dayMonthYear(here)}`);
}

/**
 * How long ago, in whole units rounded down: এইমাত্র under a minute (and up to a minute ahead, for clocks that
 * disagree), then minutes, hours, days; from a week on, and for the future, the date.
 */
export function relativeTime(instant: Date, now: Date): string {
  const seconds = Math.floor((now.getTime() - instant.getTime()) / 1000);
  if (Number.isNaN(seconds)) throw new DateOutOfRange('not a moment');
  if (seconds < -60 || seconds >= 7 * 86_400) return longDate(instant);
  if (seconds < 60) return 'এইমাত্র';
  if (seconds < 3600) return `${toBengaliDigits(Math.floor(seconds / 60))} মিনিট আগে`;
  if (seconds < 86_400) return `${toBengaliDigits(Math.floor(seconds / 3600))} ঘণ্টা আগে`;
  return `${toBengaliDigits(Math.floor(seconds / 86_400))} দিন আগে`;
}

/** ১৪ এপ্রিল ২০২৬ */
export function longDate(instant: Date): string {
  return toBengaliDigits(dayMonthYear(inDhaka(instant)));
}

/** ১৪/০৪/২০২৬ */
export function shortDate(instant: Date): string {
  const here = inDhaka(instant);
  return toBengaliDigits(`${twoDigits(here.day)}/${twoDigits(here.month)}/${here.year}`);
}

/** সকাল ১০:৫৯: the 12-hour clock with the period of the day before it, as it is said. */
export function clockTime(instant: Date): string {
  const { hour, minute } = inDhaka(instant);
  return toBengaliDigits(`${periodOf(hour)} ${hour % 12 || 12}:${twoDigits(minute)}`);
}

/** The day in Dhaka, as in `2026-11-24`. */
export function dhakaDay(instant: Date): string {
  return isoOf(inDhaka(instant));
}

/** Whether a text is a day as `dhakaDay` writes it, existing and within 1900–2100. */
export function isDhakaDay(text: string): boolean {
  return civilIn(text) !== null;
}

/** The first moment of a day in Dhaka. Throws `DateOutOfRange` unless `isDhakaDay`. */
export function startOfDhakaDay(day: string): Date {
  const civil = civilIn(day);
  if (!civil) throw new DateOutOfRange(`not a day: ${day.slice(0, 40)}`);

  const midnight = Date.UTC(civil.year, civil.month - 1, civil.day);
  let guess = midnight - 6 * 3_600_000;
  // A second look is needed where the offset was not six hours: before 1951, and in the summer of 2009.
  for (let look = 0; look < 3; look++) guess = midnight - offsetAt(guess);
  // On 1 October 1941 the clocks jumped over midnight itself, and the guess swings about the jump.
  if (dhakaDay(new Date(guess)) < day) guess = midnight - offsetAt(guess);
  return new Date(guess);
}

const dhaka = new Intl.DateTimeFormat('en', {
  timeZone: 'Asia/Dhaka',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});
const SHORT_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

interface DhakaTime extends CivilDate {
  hour: number;
  minute: number;
  second: number;
  weekday: string;
}

/** What calendar and clock show in Dhaka, by the tz database: Bangladesh kept UTC+7 in the summer of 2009. */
function inDhaka(instant: Date): DhakaTime {
  const time = instant.getTime();
  if (Number.isNaN(time)) throw new DateOutOfRange('not a moment');
  // Before, the clocks changed in the middle of hours, and differed from UTC by odd seconds.
  if (time < WHOLE_HOURS_SINCE) return askIntl(instant);

  const hour = Math.floor(time / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const here = askIntl(new Date(hour * HOUR));
    offset = Date.UTC(here.year, here.month - 1, here.day, here.hour) - hour * HOUR;
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(hour, offset);
  }
  const shown = new Date(time + offset);
  const here = {
    ...civilOf(shown.getTime()),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    weekday: weekdays[shown.getUTCDay()] ?? '',
  };
  assertCivil(here);
  return here;
}

const HOUR = 3_600_000;
const WHOLE_HOURS_SINCE = Date.UTC(1952, 0, 1);

/**
 * By the hour since 1970, how far Dhaka was ahead of UTC in it, in ms: a page tells some fifty times, and asking Intl for
 * each was a twentieth of its work.
 */
const offsets = new Map<number, number>();
const MOST_OFFSETS = 10_000;

function askIntl(instant: Date): DhakaTime {
  const part: Record<string, string> = {};
  for (const { type, value } of dhaka.formatToParts(instant)) part[type] = value;
  const here = {
    year: Number(part.year),
    month: Number(part.month),
    day: Number(part.day),
    hour: Number(part.hour),
    minute: Number(part.minute),
    second: Number(part.second),
    weekday: weekdays[SHORT_WEEKDAYS.indexOf(part.weekday ?? '')] ?? '',
  };
  assertCivil(here);
  return here;
}

function offsetAt(time: number): number {
  const here = inDhaka(new Date(time));
  return Date.UTC(here.year, here.month - 1, here.day, here.hour, here.minute, here.second) - time;
}

/** The periods of CLDR's Bengali day-period rules: ভোর from 4, সকাল 6, দুপুর 12, বিকেল 16, সন্ধ্যা 18, রাত 20. */
function periodOf(hour: number): string {
  if (hour < 4 || hour >= 20) return 'রাত';
  if (hour < 6) return 'ভোর';
  if (hour < 12) return 'সকাল';
  if (hour < 16) return 'দুপুর';
  if (hour < 18) return 'বিকেল';
  return 'সন্ধ্যা';
}

function monthStart(banglaYear: number, month: number, rule: BanglaRule): number {
  const start = MONTH_STARTS[rule]?.[month - 1];
  if (!start) throw new DateOutOfRange(`no month ${month} under rule ${rule}`);
  // মাঘ, ফাল্গুন and চৈত্র begin in the next Gregorian year.
  return Date.UTC(month < 10 ? banglaYear + 593 : banglaYear + 594, start[0] - 1, start[1]);
}

function assertCivil(date: CivilDate): void {
  const { year, month, day } = date;
  const back = civilOf(Date.UTC(year, month - 1, day));
  const exists = back.year === year && back.month === month && back.day === day;
  if (!exists || year < FIRST_YEAR || year > LAST_YEAR)
    throw new DateOutOfRange(`out of range: ${isoOf(date)}`);
}

function civilOf(time: number): CivilDate {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function civilIn(text: string): CivilDate | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const civil = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  try {
    assertCivil(civil);
    return civil;
  } catch {
    return null;
  }
}

function dayMonthYear({ year, month, day }: CivilDate): string {
  return `${day} ${nameIn(gregorianMonths, month)} ${year}`;
}

function isoOf({ year, month, day }: CivilDate): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function nameIn(names: readonly string[], month: number): string {
  return names[month - 1] ?? '';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
