import { getDb } from '@/db/client';
import {
  hoursOfStory,
  idsReadSince,
  idsReadThisWeek,
  readingsByHourAndSection,
  readingsOfStories,
  readingsOfStory,
  sourcesOfDays,
  sourcesOfStory,
} from '@/db/queries/stories/views';
import { allSections } from '@/db/queries/taxonomy/sections';
import { type ViewSource, viewSources } from '@/db/schema';
import { csvCell } from '@/lib/forms/csv-cell';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { requireStaff } from '@/lib/people/require-staff';
import { added, averageDepth, hundredths, noReadings, type Readings } from './depth';
import { dayOf, firstHourOfDay, hourOf } from './dhaka-hours';
import { beginOf } from './periods';

/** This hour with the one before, today, and the last seven days with it, as the days run in Dhaka. */
export const deskPeriods = ['now', 'today', 'week'] as const;
export type DeskPeriod = (typeof deskPeriods)[number];

const LISTED = 20;
const EXPORTED = 300;
const STORY_HOURS = 48;

export function deskPeriodIn(query: unknown): DeskPeriod {
  return deskPeriods.find((period) => period === query) ?? 'now';
}

/** Who reads what, over one of the desk's periods. */
export async function deskReaders(period: DeskPeriod, now = new Date()) {
  await requireStaff('read-audience', '/admin/readers');
  return readersOver(period, now);
}

export async function readersOver(period: DeskPeriod, now: Date, db = getDb()) {
  const thisHour = hourOf(now);
  const from = beginOfDesk(period, thisHour);
  const bySection = new Map<number, Readings>();
  const byHour = new Map<number, number>();
  for (const row of await readingsByHourAndSection(db, from, thisHour + 1)) {
    bySection.set(row.sectionId, added(bySection.get(row.sectionId) ?? noReadings, row));
    byHour.set(row.hour, (byHour.get(row.hour) ?? 0) + row.views);
  }
  // Sources are counted by the day: of an hour there are none.
  const sources = await sourcesOfDays(db, dayOf(from), dayOf(thisHour));
  const names = await allSections(db);
  const total = [...bySection.values()].reduce(added, noReadings);
  return {
    period,
    from,
    total,
    figures: figuresOf(total),
    stories: await storiesOver(period, thisHour, LISTED, db),
    sections: names
      .flatMap(({ id, slug, name }) => {
        const readings = bySection.get(id);
        return readings && readings.views > 0 ? { slug, name, ...readings } : [];
      })
      .sort((a, b) => b.views - a.views),
    sources: inOrder(sources),
    hours: period === 'today' ? everyHour(byHour, from, thisHour) : null,
    days: period === 'week' ? everyDay(byHour, from, thisHour) : null,
  };
}

/** The stories of a period as lines of CSV, the most read first. */
export async function deskReadersCsv(period: DeskPeriod, now = new Date()): Promise<string> {
  await requireStaff('read-audience', '/admin/readers');
  return csvOf(period, now);
}

export async function csvOf(period: DeskPeriod, now: Date, db = getDb()): Promise<string> {
  const rows = await storiesOver(period, hourOf(now), EXPORTED, db);
  const lines = rows.map((row) =>
    [
      String(row.id),
      row.headline,
      row.section,
      ...[row.views, row.quarters, row.halves, row.threeQuarters, row.reads, row.average].map(String),
    ]
      .map(csvCell)
      .join(','),
  );
  const head = 'story,headline,section,views,read_25,read_50,read_75,read_100,average_depth_percent';
  return [head, ...lines].map((line) => `${line}\r\n`).join('');
}

/** What stands under a story's form: its last two days, and all that was counted of it. Null: not theirs to see. */
export const deskStoryReaders = (member: StaffMember, storyId: number) =>
  storyReaders(getDb(), member, storyId, new Date());

export async function storyReaders(
  db: ReturnType<typeof getDb>,
  member: StaffMember,
  storyId: number,
  now: Date,
) {
  if (!may(member, 'read-audience')) return null;
  const thisHour = hourOf(now);
  const from = thisHour - STORY_HOURS + 1;
  const counted = new Map((await hoursOfStory(db, storyId, from)).map(({ hour, views }) => [hour, views]));
  const total = { ...noReadings, ...withoutNulls(await readingsOfStory(db, storyId)) };
  const lately = [...counted.values()].reduce((total, views) => total + views, 0);
  return {
    hours: everyHour(counted, from, thisHour),
    total,
    figures: { ...figuresOf(total), perHour: Math.round(lately / STORY_HOURS) },
    sources: inOrder(await sourcesOfStory(db, storyId)),
  };
}

async function storiesOver(
  period: DeskPeriod,
  thisHour: number,
  limit: number,
  db: ReturnType<typeof getDb>,
) {
  const from = beginOfDesk(period, thisHour);
  const ids = period === 'week' ? await idsReadThisWeek(db, limit) : await idsReadSince(db, from, limit);
  if (ids.length === 0) return [];
  const rows = await readingsOfStories(db, ids, from);
  return rows.map((row) => ({ ...row, average: averageDepth(row) }));
}

function beginOfDesk(period: DeskPeriod, thisHour: number): number {
  if (period === 'now') return thisHour - 1;
  return period === 'today' ? firstHourOfDay(dayOf(thisHour)) : beginOf('week', thisHour);
}

function figuresOf(total: Readings) {
  return {
    views: total.views,
    average: averageDepth(total),
    toTheEnd: hundredths(total.reads, total.views),
  };
}

function everyHour(counted: ReadonlyMap<number, number>, from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, place) => ({
    hour: from + place,
    views: counted.get(from + place) ?? 0,
  }));
}

/** Whole days of Dhaka, each at its first hour. */
function everyDay(counted: ReadonlyMap<number, number>, from: number, to: number) {
  const days = new Map<number, number>();
  for (let day = dayOf(from); day <= dayOf(to); day++) days.set(firstHourOfDay(day), 0);
  for (const [hour, views] of counted) {
    const first = firstHourOfDay(dayOf(hour));
    days.set(first, (days.get(first) ?? 0) + views);
  }
  return [...days].map(([hour, views]) => ({ hour, views }));
}

function inOrder(
  rows: readonly { source: string; views: number }[],
): { source: ViewSource; views: number }[] {
  return viewSources
    .map((source) => ({ source, views: rows.find((row) => row.source === source)?.views ?? 0 }))
    .sort((a, b) => b.views - a.views);
}

/** Sums of no rows are null. */
function withoutNulls(sums: Readings | undefined): Partial<Readings> {
  return Object.fromEntries(Object.entries(sums ?? {}).filter(([, total]) => total !== null));
}
