import {
  assertCivilDate,
  type CivilDate,
  civilDateOf,
  DAY_MS,
  DateOutOfRange,
  isoDateOf,
} from './civil-date.ts';

/**
 * `revised2019` is the calendar that the Bangla Academy revised and Bangladesh has used since 1426 (2019):
 * months 1–6 have 31 days, 7–10 and 12 have 30, ফাল্গুন 29, or 30 in a Gregorian leap year; so that 21 February is
 * always 8 ফাল্গুন, 26 March 12 চৈত্র and 16 December 1 পৌষ.
 * `academy1987` is the one before it (Bangla Academy, 1987/1995): months 1–5 have 31 days, 6–12 have 30, ফাল্গুন 31
 * in a Gregorian leap year.
 */
export type BanglaRule = 'revised2019' | 'academy1987';

export interface BanglaDate extends CivilDate {
  monthName: string;
}

export const banglaMonths = 'বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র'.split(' ');

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

/** The Bangla date of a Gregorian day. Throws `DateOutOfRange` for a day that does not exist or is outside 1900–2100. */
export function toBanglaDate(date: CivilDate, rule: BanglaRule = 'revised2019'): BanglaDate {
  assertCivilDate(date);
  const at = Date.UTC(date.year, date.month - 1, date.day);
  const newYear = Date.UTC(date.year, 3, 14);
  const year = at >= newYear ? date.year - 593 : date.year - 594;

  for (let month = 12; month >= 1; month--) {
    const start = monthStart(year, month, rule);
    if (start <= at)
      return { year, month, day: (at - start) / DAY_MS + 1, monthName: banglaMonths[month - 1] ?? '' };
  }
  throw new DateOutOfRange(`no Bangla month holds ${isoDateOf(date)}`);
}

/** The Gregorian day of a Bangla date, the inverse of `toBanglaDate`. Throws `DateOutOfRange` for a day that the month does not have. */
export function fromBanglaDate(date: CivilDate, rule: BanglaRule = 'revised2019'): CivilDate {
  const { year, month, day } = date;
  if (!MONTH_STARTS[rule][month - 1] || !Number.isInteger(year) || !Number.isInteger(day) || day < 1) {
    throw new DateOutOfRange(`not a Bangla date: ${isoDateOf(date)}`);
  }
  const at = monthStart(year, month, rule) + (day - 1) * DAY_MS;
  const end = month === 12 ? monthStart(year + 1, 1, rule) : monthStart(year, month + 1, rule);
  if (at >= end) throw new DateOutOfRange(`not a Bangla date: ${isoDateOf(date)}`);

  const found = civilDateOf(at);
  assertCivilDate(found);
  return found;
}

function monthStart(banglaYear: number, month: number, rule: BanglaRule): number {
  const start = MONTH_STARTS[rule]?.[month - 1];
  if (!start) throw new DateOutOfRange(`no month ${month} under rule ${rule}`);
  // মাঘ, ফাল্গুন and চৈত্র begin in the next Gregorian year.
  return Date.UTC(month < 10 ? banglaYear + 593 : banglaYear + 594, start[0] - 1, start[1]);
}
