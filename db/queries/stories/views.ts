import { and, desc, eq, gt, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import {
  sectionReadings,
  sections,
  sourceReadings,
  stories,
  viewCounts,
  viewSourceCounts,
  viewTotals,
} from '@/db/schema';
import { inSection, published } from './listings';

// With a sign before it, else the planner walks all that was ever counted in the stories' order to save a sort.
export const byStory = sql`+${viewCounts.storyId}`;

/** Taken down within the hour, or waiting for another address: so many among the most read are not for readers. */
const UNSEEN = 100;

/**
 * A part of a query: the stories that were read most from that hour on, and by how many. By the index of the hours alone: to
 * look at each story that anybody opened takes ten times as long as to add them up.
 */
export function mostViewed(db: ReadDb, hour: number, limit: number) {
  const views = sql<number>`sum(${viewCounts.views})`.as('views');
  return db
    .select({ id: sql<number>`${viewCounts.storyId}`.as('read_id'), views })
    .from(viewCounts)
    .where(gte(viewCounts.hour, hour))
    .groupBy(byStory)
    .orderBy(desc(views), desc(viewCounts.storyId))
    .limit(limit + UNSEEN)
    .as('read');
}

/** The published stories that were read most from that hour on (hours since 1970), the most read first. */
export async function mostReadSince(db: ReadDb, hour: number, limit: number) {
  const read = mostViewed(db, hour, limit);
  return db
    .select({ id: stories.id, section: sections.slug })
    .from(read)
    .crossJoin(stories)
    .crossJoin(sections)
    .where(and(published, inSection, eq(stories.id, read.id)))
    .orderBy(desc(read.views), desc(stories.id))
    .limit(limit)
    .all();
}

/** Readers, and how many of them came past each step of the text. */
const sums = {
  views: sql<number>`sum(${viewCounts.views})`,
  quarters: sql<number>`sum(${viewCounts.quarters})`,
  halves: sql<number>`sum(${viewCounts.halves})`,
  threeQuarters: sql<number>`sum(${viewCounts.threeQuarters})`,
  reads: sql<number>`sum(${viewCounts.reads})`,
};

/** What was read in `[from, to)`, by hour and section. */
export async function readingsByHourAndSection(db: ReadDb, from: number, to: number) {
  return db
    .select()
    .from(sectionReadings)
    .where(and(gte(sectionReadings.hour, from), lt(sectionReadings.hour, to)))
    .all();
}

/** The numbers of the stories that were read most from that hour on, whatever became of them. */
export async function idsReadSince(db: ReadDb, hour: number, limit: number): Promise<number[]> {
  const rows = db
    .select({ id: viewCounts.storyId })
    .from(viewCounts)
    .where(gte(viewCounts.hour, hour))
    .groupBy(byStory)
    .orderBy(desc(sums.views), desc(viewCounts.storyId))
    .limit(limit)
    .all();
  return rows.map(({ id }) => id);
}

/** The same of the last seven days, as they were ranked last. */
export async function idsReadThisWeek(db: ReadDb, limit: number): Promise<number[]> {
  const rows = db
    .select({ id: viewTotals.storyId })
    .from(viewTotals)
    .where(gt(viewTotals.weekScore, 0))
    .orderBy(desc(viewTotals.weekScore), desc(viewTotals.storyId))
    .limit(limit)
    .all();
  return rows.map(({ id }) => id);
}

/** These stories with what was read of them from that hour on, the most read first. */
export async function readingsOfStories(db: ReadDb, ids: readonly number[], from: number) {
  return db
    .select({
      id: stories.id,
      headline: stories.headline,
      section: sections.slug,
      sectionName: sections.name,
      ...sums,
    })
    .from(viewCounts)
    .innerJoin(stories, eq(stories.id, viewCounts.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(inArray(viewCounts.storyId, [...ids]), gte(viewCounts.hour, from)))
    .groupBy(stories.id)
    .orderBy(desc(sums.views), desc(stories.id))
    .all();
}

/** Where the readers came from on the days of Dhaka from the first to the last. */
export async function sourcesOfDays(db: ReadDb, first: number, last: number) {
  return db
    .select({ source: sourceReadings.source, views: sql<number>`sum(${sourceReadings.views})` })
    .from(sourceReadings)
    .where(and(gte(sourceReadings.day, first), lte(sourceReadings.day, last)))
    .groupBy(sourceReadings.source)
    .all();
}

export async function sourcesOfStory(db: ReadDb, storyId: number) {
  return db
    .select({ source: viewSourceCounts.source, views: sql<number>`sum(${viewSourceCounts.views})` })
    .from(viewSourceCounts)
    .where(eq(viewSourceCounts.storyId, storyId))
    .groupBy(viewSourceCounts.source)
    .all();
}

export async function readingsOfStory(db: ReadDb, storyId: number) {
  return db.select(sums).from(viewCounts).where(eq(viewCounts.storyId, storyId)).get();
}

/** A story's readers hour by hour, from that hour on; hours without any are not among them. */
export async function hoursOfStory(db: ReadDb, storyId: number, from: number) {
  return db
    .select({ hour: viewCounts.hour, views: viewCounts.views })
    .from(viewCounts)
    .where(and(eq(viewCounts.storyId, storyId), gte(viewCounts.hour, from)))
    .orderBy(viewCounts.hour)
    .all();
}
