import { dhakaDay, isDhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import { fromBengaliDigits } from '@barta/bengali/digits';
import { getDb, type ReadDb } from '@/db/client';
import { type Cursor, firstPublishedIn, listing, spansWithStories } from '@/db/queries/stories/listings';
import { pageOf } from '@/lib/stories/for-readers/paging';

const NO_STORY_IS_OLDER = new Date('1900-01-02T00:00:00Z');

/** The stories of one day in Dhaka. Null for a future day, or one before the first story. */
export async function readDay(day: string, now: Date, before?: Cursor, db = getDb()) {
  const first = await firstDay(now, db);
  const today = dhakaDay(now);
  if (first === null || day < first || day > today) return null;
  const from = startOfDhakaDay(day);
  const to = startOfDhakaDay(dayAfter(day));
  const stories = await pageOf((page) => listing.between(db, from, to, page).all(), before);
  return {
    ...stories,
    previous: day > first ? dayBefore(day) : null,
    next: day < today ? dayAfter(day) : null,
  };
}

/** The days of a month (`2026-11`) on which something was published. Null for a month outside the archive. */
export async function readMonth(month: string, now: Date, db = getDb()) {
  const first = await firstDay(now, db);
  const last = dhakaDay(now);
  if (first === null || month < first.slice(0, 7) || month > last.slice(0, 7)) return null;

  const all = daysOf(month);
  const days = await spansWithStories(
    db,
    all.map((day) => ({ name: day, from: startOfDhakaDay(day), to: startOfDhakaDay(dayAfter(day)) })),
  );
  return {
    days,
    previous: month > first.slice(0, 7) ? monthBefore(month) : null,
    next: month < last.slice(0, 7) ? monthAfter(month) : null,
  };
}

/** Parses the day in a form, in either digits: the day, or what is wrong with it. */
export async function readRequestedDay(
  query: string,
  now: Date,
  db = getDb(),
): Promise<{ day: string; fault?: undefined } | { day?: undefined; fault: 'date.noDay' | 'date.outside' }> {
  const day = fromBengaliDigits(query).trim();
  if (!isDhakaDay(day)) return { fault: 'date.noDay' };
  const first = await firstDay(now, db);
  if (first === null || day < first || day > dhakaDay(now)) return { fault: 'date.outside' };
  return { day };
}

function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = dayAfter(day)) days.push(day);
  return days;
}

async function firstDay(now: Date, db: ReadDb): Promise<string | null> {
  const first = await firstPublishedIn(db, NO_STORY_IS_OLDER, now);
  return first?.publishedAt ? dhakaDay(first.publishedAt) : null;
}

function dayAfter(day: string): string {
  return shifted(day, 1);
}

function dayBefore(day: string): string {
  return shifted(day, -1);
}

function shifted(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

function monthAfter(month: string): string {
  return shiftedMonth(month, 1);
}

function monthBefore(month: string): string {
  return shiftedMonth(month, -1);
}

function shiftedMonth(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}
