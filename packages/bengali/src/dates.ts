import { type BanglaRule, toBanglaDate } from './bangla-calendar.ts';
import {
  assertCivilDate,
  type CivilDate,
  civilDateOf,
  DAY_MS,
  DateOutOfRange,
  gregorianMonths,
  isoDateOf,
  twoDigits,
} from './civil-date.ts';
import { dhakaOffsetAt, dhakaTimeOf } from './dhaka-time.ts';
import { toBengaliDigits } from './digits.ts';

const HOUR_MS = 3_600_000;
/** The hour at which the night ends. */
const NIGHT_UNTIL = 4;

/**
 * The date line of a newspaper's masthead, as in রবিবার, ২৮ ডিসেম্বর ২০২৫, ১৩ পৌষ ১৪৩২ বঙ্গাব্দ.
 * `dayStartHour` is the hour in Dhaka at which the Bangla day begins: 0 (midnight) in official use, 6 for the
 * traditional sunrise. Throws `DateOutOfRange` for an invalid date or one outside 1900–2100.
 */
export function mastheadDate(
  instant: Date,
  { rule = 'revised2019', dayStartHour = 0 }: { rule?: BanglaRule; dayStartHour?: number } = {},
): string {
  const here = dhakaTimeOf(instant);
  const banglaDay =
    here.hour < dayStartHour ? civilDateOf(Date.UTC(here.year, here.month - 1, here.day) - DAY_MS) : here;
  const bangla = toBanglaDate(banglaDay, rule);
  return toBengaliDigits(
    `${here.weekday}, ${dayMonthYear(here)}, ${bangla.day} ${bangla.monthName} ${bangla.year} বঙ্গাব্দ`,
  );
}

/** Date and time of publication, as printed after the label প্রকাশিত সময়: ১০:৫৯:০৭ পূর্বাহ্ন, বৃহস্পতিবার, ১৪ সেপ্টেম্বর ২০২৩. */
export function publicationTime(instant: Date): string {
  const here = dhakaTimeOf(instant);
  const time = [here.hour % 12 || 12, here.minute, here.second].map(twoDigits).join(':');
  const half = here.hour < 12 ? 'পূর্বাহ্ন' : 'অপরাহ্ন';
  return toBengaliDigits(`${time} ${half}, ${here.weekday}, ${dayMonthYear(here)}`);
}

/**
 * How long ago, in whole units rounded down: এইমাত্র below a minute (and up to a minute in the future, since clocks
 * differ), then minutes, hours and days; the date from a week on and for the future.
 */
export function relativeTime(instant: Date, now: Date): string {
  const seconds = Math.floor((now.getTime() - instant.getTime()) / 1000);
  if (Number.isNaN(seconds)) throw new DateOutOfRange('invalid date');
  if (seconds < -60 || seconds >= 7 * 86_400) return longDate(instant);
  if (seconds < 60) return 'এইমাত্র';
  if (seconds < 3600) return `${toBengaliDigits(Math.floor(seconds / 60))} মিনিট আগে`;
  if (seconds < 86_400) return `${toBengaliDigits(Math.floor(seconds / 3600))} ঘণ্টা আগে`;
  return `${toBengaliDigits(Math.floor(seconds / 86_400))} দিন আগে`;
}

/** The day in Dhaka, as in ১৪ এপ্রিল ২০২৬. */
export function longDate(instant: Date): string {
  return toBengaliDigits(dayMonthYear(dhakaTimeOf(instant)));
}

/** The day in Dhaka in digits, as in ১৪/০৪/২০২৬. */
export function shortDate(instant: Date): string {
  const here = dhakaTimeOf(instant);
  return toBengaliDigits(`${twoDigits(here.day)}/${twoDigits(here.month)}/${here.year}`);
}

/** The time in Dhaka on the 12-hour clock after the period of the day, as in সকাল ১০:৫৯. */
export function clockTime(instant: Date): string {
  const { hour, minute } = dhakaTimeOf(instant);
  return toBengaliDigits(`${periodOf(hour)} ${hour % 12 || 12}:${twoDigits(minute)}`);
}

/** Date and time in Dhaka, as in ৩ ডিসেম্বর ২০২৬, রাত ১:২১. */
export function dateAndTime(instant: Date): string {
  return `${longDate(instant)}, ${clockTime(instant)}`;
}

/**
 * The time beside a headline in a list: the clock for today, গতকাল and the clock for yesterday, else the date. A night is
 * named by the weekday on which it began, মঙ্গলবার রাত ১১:৪০ and মঙ্গলবার দিবাগত রাত ১২:৩৬: readers take গতকাল, রাত ১২:৩৬ for the
 * night that has just passed, though it is a day older.
 */
export function listTime(instant: Date, now: Date): string {
  const day = dhakaDay(instant);
  if (day === dhakaDay(now)) return clockTime(instant);
  if (day !== dhakaDay(new Date(now.getTime() - DAY_MS))) return longDate(instant);
  const { hour, weekday } = dhakaTimeOf(instant);
  if (hour >= NIGHT_UNTIL)
    return hour < 20 ? `গতকাল, ${clockTime(instant)}` : `${weekday} ${clockTime(instant)}`;
  const evening = dhakaTimeOf(new Date(instant.getTime() - NIGHT_UNTIL * HOUR_MS));
  return `${evening.weekday} দিবাগত ${clockTime(instant)}`;
}

/** The day in Dhaka as an ISO date, `2026-11-24`. */
export function dhakaDay(instant: Date): string {
  return isoDateOf(dhakaTimeOf(instant));
}

/** Whether a text is an ISO date that exists and is within 1900–2100. */
export function isDhakaDay(text: string): boolean {
  return parseCivilDate(text) !== null;
}

/** The first moment of a day in Dhaka. Throws `DateOutOfRange` unless `isDhakaDay`. */
export function startOfDhakaDay(day: string): Date {
  const civil = parseCivilDate(day);
  if (!civil) throw new DateOutOfRange(`not a day: ${day.slice(0, 40)}`);

  const midnight = Date.UTC(civil.year, civil.month - 1, civil.day);
  let guess = midnight - 6 * HOUR_MS;
  // One pass is not enough where the offset was not six hours: before 1951 and in the summer of 2009.
  for (let pass = 0; pass < 3; pass++) guess = midnight - dhakaOffsetAt(guess);
  // On 1 October 1941 the clocks skipped midnight, and the guess alternates around the gap.
  if (dhakaDay(new Date(guess)) < day) guess = midnight - dhakaOffsetAt(guess);
  return new Date(guess);
}

/**
 * The periods of the day as newspapers of Bangladesh write them: ভোর from 4, সকাল 6, দুপুর 12, বিকেল 15, সন্ধ্যা 18, রাত 20. They
 * are those of CLDR but for বিকেল, which begins at 16 there.
 */
function periodOf(hour: number): string {
  if (hour < NIGHT_UNTIL || hour >= 20) return 'রাত';
  if (hour < 6) return 'ভোর';
  if (hour < 12) return 'সকাল';
  if (hour < 15) return 'দুপুর';
  if (hour < 18) return 'বিকেল';
  return 'সন্ধ্যা';
}

function parseCivilDate(text: string): CivilDate | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const civil = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  try {
    assertCivilDate(civil);
    return civil;
  } catch {
    return null;
  }
}

function dayMonthYear({ year, month, day }: CivilDate): string {
  return `${day} ${gregorianMonths[month - 1] ?? ''} ${year}`;
}
