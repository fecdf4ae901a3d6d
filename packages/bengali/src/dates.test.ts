import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BanglaRule, fromBanglaDate, toBanglaDate } from './bangla-calendar.ts';
import { DateOutOfRange } from './civil-date.ts';
import {
  clockTime,
  dateAndTime,
  dhakaDay,
  isDhakaDay,
  listTime,
  longDate,
  mastheadDate,
  publicationTime,
  relativeTime,
  shortDate,
  startOfDhakaDay,
} from './dates.ts';
import { toBengaliDigits } from './digits.ts';
import dates from './golden/bangla-dates.golden.json';
import formats from './golden/datetime-format.golden.json';

const rules: BanglaRule[] = ['revised2019', 'academy1987'];
const civil = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
};

test('every golden day has its Bangla date and its masthead', () => {
  for (const row of dates.rows) {
    const rule = row.rule as BanglaRule;
    const bangla = toBanglaDate(civil(row.date), rule);
    expect(bangla).toEqual({ year: row.year, month: row.month, day: row.day, monthName: row.monthName });
    expect(toBengaliDigits(`${bangla.day} ${bangla.monthName} ${bangla.year} বঙ্গাব্দ`)).toBe(row.bangla);
    expect(mastheadDate(startOfDhakaDay(row.date), { rule })).toBe(row.masthead);
    expect(mastheadDate(new Date(`${row.date}T17:00:00Z`), { rule })).toBe(row.masthead);
  }
});

test.each(rules)('each day of 1900–2100 follows the one before and finds its way back under %s', (rule) => {
  const last = Date.UTC(2100, 11, 31);
  let before = toBanglaDate({ year: 1900, month: 1, day: 1 }, rule);
  for (let at = Date.UTC(1900, 0, 2); at <= last; at += 86_400_000) {
    const date = new Date(at);
    const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    const bangla = toBanglaDate(day, rule);
    const next =
      bangla.day === before.day + 1 ||
      (bangla.day === 1 && bangla.month === (before.month % 12) + 1 && before.day >= 29);
    const back = fromBanglaDate(bangla, rule);
    if (!next || back.year !== day.year || back.month !== day.month || back.day !== day.day) {
      expect.fail(`${date.toISOString()} is ${JSON.stringify(bangla)} after ${JSON.stringify(before)}`);
    }
    before = bangla;
  }
});

test('the national days fall on the same Bangla day in every year since the revision', () => {
  for (let year = 1900; year <= 2100; year++) {
    expect(toBanglaDate({ year, month: 2, day: 21 })).toMatchObject({ month: 11, day: 8 });
    expect(toBanglaDate({ year, month: 3, day: 26 })).toMatchObject({ month: 12, day: 12 });
    expect(toBanglaDate({ year, month: 12, day: 16 })).toMatchObject({ month: 9, day: 1 });
  }
});

test.each([
  { year: 1899, month: 12, day: 31 },
  { year: 2101, month: 1, day: 1 },
  { year: 2025, month: 2, day: 29 },
  { year: 2025, month: 13, day: 1 },
  { year: 2025, month: 1.5, day: 1 },
  { year: Number.NaN, month: 1, day: 1 },
])('$year-$month-$day is refused by name', (date) => {
  expect(() => toBanglaDate(date)).toThrow(DateOutOfRange);
});

test('a Bangla day that its month does not have is refused', () => {
  expect(() => fromBanglaDate({ year: 1432, month: 7, day: 31 })).toThrow(DateOutOfRange);
  expect(() => fromBanglaDate({ year: 1432, month: 13, day: 1 })).toThrow(DateOutOfRange);
  expect(fromBanglaDate({ year: 1432, month: 6, day: 31 })).toEqual({ year: 2025, month: 10, day: 16 });
});

test('the Bangla day may begin at six, while the Gregorian one begins at midnight', () => {
  const atFive = new Date('2026-04-13T23:00:00Z');
  expect(mastheadDate(atFive)).toBe('মঙ্গলবার, ১৪ এপ্রিল ২০২৬, ১ বৈশাখ ১৪৩৩ বঙ্গাব্দ');
  expect(mastheadDate(atFive, { dayStartHour: 6 })).toBe('মঙ্গলবার, ১৪ এপ্রিল ২০২৬, ৩০ চৈত্র ১৪৩২ বঙ্গাব্দ');
});

describe('in words', () => {
  test.each(formats.dateTime)('$utc is published at $expected', ({ utc, expected }) => {
    expect(publicationTime(new Date(utc))).toBe(expected);
  });
  test.each(formats.dateOnly)('$utc is $expected', ({ utc, expected }) => {
    expect(longDate(new Date(utc))).toBe(expected);
  });
  test.each(formats.relative)('$utc, seen at $now, is $expected', ({ utc, now, expected }) => {
    expect(relativeTime(new Date(utc), new Date(now))).toBe(expected);
  });
  test.each([
    ['2026-11-23T18:05:00Z', 'রাত ১২:০৫'],
    ['2026-11-23T22:00:00Z', 'ভোর ৪:০০'],
    ['2026-11-24T04:59:00Z', 'সকাল ১০:৫৯'],
    ['2026-11-24T06:00:00Z', 'দুপুর ১২:০০'],
    ['2026-11-24T08:59:00Z', 'দুপুর ২:৫৯'],
    ['2026-11-24T09:30:00Z', 'বিকেল ৩:৩০'],
    ['2026-11-24T10:30:00Z', 'বিকেল ৪:৩০'],
    ['2026-11-24T12:00:00Z', 'সন্ধ্যা ৬:০০'],
    ['2026-11-24T14:00:00Z', 'রাত ৮:০০'],
  ])('%s is %s', (utc, expected) => {
    expect(clockTime(new Date(utc))).toBe(expected);
  });
  test('date and time together', () => {
    expect(dateAndTime(new Date('2026-12-02T19:21:00Z'))).toBe('৩ ডিসেম্বর ২০২৬, রাত ১:২১');
  });
  // The second of December 2026 is a Wednesday.
  test.each([
    ['2026-12-02 20:10', '2026-12-02 14:05', 'দুপুর ২:০৫'],
    ['2026-12-03 01:22', '2026-12-03 00:36', 'রাত ১২:৩৬'],
    ['2026-12-03 01:22', '2026-12-02 00:36', 'মঙ্গলবার দিবাগত রাত ১২:৩৬'],
    ['2026-12-03 01:22', '2026-12-02 23:40', 'বুধবার রাত ১১:৪০'],
    ['2026-12-03 15:00', '2026-12-02 20:00', 'বুধবার রাত ৮:০০'],
    ['2026-12-03 15:00', '2026-12-02 03:59', 'মঙ্গলবার দিবাগত রাত ৩:৫৯'],
    ['2026-12-03 15:00', '2026-12-02 04:00', 'গতকাল, ভোর ৪:০০'],
    ['2026-12-03 15:00', '2026-12-02 19:59', 'গতকাল, সন্ধ্যা ৭:৫৯'],
    ['2026-12-03 15:00', '2026-12-01 23:59', '১ ডিসেম্বর ২০২৬'],
    ['2026-12-03 15:00', '2026-12-04 00:30', '৪ ডিসেম্বর ২০২৬'],
  ])('at %s a story of %s is listed with %s', (now, at, expected) => {
    const dhaka = (time: string) => new Date(`${time.replace(' ', 'T')}:00+06:00`);
    expect(listTime(dhaka(at), dhaka(now))).toBe(expected);
  });
  test('the short date', () => {
    expect(shortDate(new Date('2026-04-13T18:00:00Z'))).toBe('১৪/০৪/২০২৬');
  });
  test('what is no moment is refused by name', () => {
    for (const show of [
      publicationTime,
      dateAndTime,
      longDate,
      shortDate,
      clockTime,
      mastheadDate,
      dhakaDay,
    ]) {
      expect(() => show(new Date(Number.NaN))).toThrow(DateOutOfRange);
      expect(() => show(new Date('2101-06-01T00:00:00Z'))).toThrow(DateOutOfRange);
    }
    expect(() => relativeTime(new Date(Number.NaN), new Date())).toThrow(DateOutOfRange);
  });
});

describe('days in Dhaka', () => {
  test.each([
    '1941-10-01',
    '1942-05-15',
    '1951-09-30',
    '2009-06-20',
    '2009-12-31',
    '2010-01-01',
    '2026-11-24',
  ])('%s begins with its first moment', (day) => {
    const start = startOfDhakaDay(day);
    expect(dhakaDay(start)).toBe(day);
    expect(dhakaDay(new Date(start.getTime() - 1)) < day).toBe(true);
  });
  test('a day begins at six the evening before, by the clock of London', () => {
    expect(startOfDhakaDay('2026-11-24').toISOString()).toBe('2026-11-23T18:00:00.000Z');
    expect(startOfDhakaDay('2009-07-01').toISOString()).toBe('2009-06-30T17:00:00.000Z');
  });
  test('every moment lies in the day that begins before it', () => {
    const moments = fc.integer({ min: Date.UTC(1952, 0, 2), max: Date.UTC(2100, 11, 30) });
    fc.assert(
      fc.property(moments, (time) => {
        const start = startOfDhakaDay(dhakaDay(new Date(time))).getTime();
        return start <= time && time - start < 25 * 3_600_000;
      }),
    );
  });
  test.each(['2026-02-30', '2026-1-1', '1899-12-31', '', 'today', '২০২৬-১১-২৪', '2026-11-24 '])(
    '“%s” is not a day',
    (text) => {
      expect(isDhakaDay(text)).toBe(false);
      expect(() => startOfDhakaDay(text)).toThrow(DateOutOfRange);
    },
  );
});

test('any moment is what Intl says of it, before and after the clocks changed', () => {
  const intl = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Dhaka',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const moments = fc.oneof(
    fc.date({ min: new Date('1941-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    fc.date({ min: new Date('2009-06-19'), max: new Date('2009-06-21'), noInvalidDate: true }),
    fc.date({ min: new Date('2009-12-31'), max: new Date('2010-01-01'), noInvalidDate: true }),
  );
  fc.assert(
    fc.property(moments, (moment) => {
      const [day, time = ''] = intl.format(moment).split(' ');
      const [hour, minute, second] = time.split(':').map(Number);
      expect(dhakaDay(moment)).toBe(day);
      const shown = [(hour ?? 0) % 12 || 12, minute, second].map((n) => String(n).padStart(2, '0')).join(':');
      expect(publicationTime(moment)).toContain(toBengaliDigits(shown));
    }),
  );
});
