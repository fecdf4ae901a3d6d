import { type Db, getDb } from '@/db/client';
import { type Cursor, firstPublishedIn, listing } from '@/db/queries/listings';
import { dhakaDay, startOfDhakaDay } from '@/lib/bengali/dates';
import { pageOf } from '@/lib/stories/paging';

const NO_STORY_IS_OLDER = new Date('1900-01-02T00:00:00Z');

/** The stories of one day in Dhaka. Null for a day to come, or before the newsroom's first story. */
export async function readDay(day: string, now: Date, before?: Cursor, db = getDb()) {
  const first = await firstDay(now, db);
  const today = dhakaDay(now);
  if (first === null || day < first || day > today) return null;
  const from = startOfDhakaDay(day);
  const to = startOfDhakaDay(dayAfter(day));
  const stories = await pageOf(db, (page) => listing.between(db, from, to, page).all(), before);
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

  const from = startOfDhakaDay(`${month}-01`);
  const to = startOfDhakaDay(`${monthAfter(month)}-01`);
  const days: string[] = [];
  let at = from;
  while (at < to) {
    const next = await firstPublishedIn(db, at, to);
    if (!next?.publishedAt) break;
    const day = dhakaDay(next.publishedAt);
    days.push(day);
    at = startOfDhakaDay(dayAfter(day));
  }
  return {
    days,
    previous: month > first.slice(0, 7) ? monthBefore(month) : null,
    next: month < last.slice(0, 7) ? monthAfter(month) : null,
  };
}

async function firstDay(now: Date, db: Db): Promise<string | null> {
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
