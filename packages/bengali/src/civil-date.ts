/** A calendar day without a time or a time zone; month 1 is January or বৈশাখ. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** Thrown for a day that does not exist or is outside 1900–2100, the range for which the calendar rules are tested. */
export class DateOutOfRange extends RangeError {
  override name = 'DateOutOfRange';
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
export const DAY_MS = 86_400_000;

export const gregorianMonths = 'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর'.split(
  ' ',
);

/** Throws `DateOutOfRange` unless the day exists and is within 1900–2100. */
export function assertCivilDate(date: CivilDate): void {
  const { year, month, day } = date;
  const back = civilDateOf(Date.UTC(year, month - 1, day));
  const exists = back.year === year && back.month === month && back.day === day;
  if (!exists || year < FIRST_YEAR || year > LAST_YEAR)
    throw new DateOutOfRange(`out of range: ${isoDateOf(date)}`);
}

/** The UTC day of a time in milliseconds. */
export function civilDateOf(time: number): CivilDate {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2026-11-24` */
export function isoDateOf({ year, month, day }: CivilDate): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
