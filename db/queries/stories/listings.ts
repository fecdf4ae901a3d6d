import { and, desc, eq, gt, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '@/db/client';
import {
  districts,
  pictures,
  type StoryForm,
  sections,
  stories,
  storyBylines,
  storyDistricts,
  storySections,
  storyTopics,
  viewTotals,
} from '@/db/schema';
import { pictureLook } from '../media/pictures';
import { bylinesOfStory } from '../taxonomy/bylines';

/** The last story of the page before; the next one begins below it. */
export interface Cursor {
  publishedAt: Date;
  id: number;
}
export interface ListingPage {
  before?: Cursor | undefined;
  limit: number;
}

/** What a listing prints of a story. The body is not among it. */
export const card = {
  id: stories.id,
  section: sections.slug,
  sectionName: sections.name,
  kicker: stories.kicker,
  headline: stories.headline,
  standfirst: stories.standfirst,
  publishedAt: stories.publishedAt,
  districtName: districts.name,
  variants: pictures.variants,
  look: pictureLook,
  libraryAlt: pictures.alt,
  pictureAlt: stories.pictureAlt,
  form: stories.form,
  videoSeconds: stories.videoSeconds,
  liveEndedAt: stories.liveEndedAt,
  bylines: bylinesOfStory,
};

// Written out rather than bound, so that the planner is sure the partial indexes hold the rows; and said to be
// true of nearly all, else it takes the desk's index on `state` and sorts.
export const published = sql`likelihood(${stories.state} = 'published', 0.95)`;

// Every join of a listing is a CROSS JOIN, whose order SQLite keeps: of its own accord it begins with the small
// table and sorts.
export const inSection = eq(sections.id, stories.sectionId);

/** As a row value SQLite seeks on both columns; the same written with OR would walk what lies before. */
function below(at: SQLiteColumn, id: SQLiteColumn, before: Cursor | undefined): SQL | undefined {
  return before && sql`(${at}, ${id}) < (${before.publishedAt.getTime()}, ${before.id})`;
}

const newestFirst = [desc(stories.publishedAt), desc(stories.id)];

/** What a most-read list is ordered by, by the time that it reaches over. */
export const scoreOf = {
  day: viewTotals.dayScore,
  week: viewTotals.weekScore,
  month: viewTotals.monthScore,
} as const;

/** Each listing as a query that `.all()` runs and `.toSQL()` explains. */
export const listing = {
  newest: (db: ReadDb, { before, limit }: ListingPage) =>
    cardsOf(db)
      .where(and(published, inSection, below(stories.publishedAt, stories.id, before)))
      .orderBy(...newestFirst)
      .limit(limit),

  /** `from` inclusive, `to` exclusive. */
  between: (db: ReadDb, from: Date, to: Date, { before, limit }: ListingPage) =>
    cardsOf(db)
      .where(
        and(
          published,
          inSection,
          gte(stories.publishedAt, from),
          lt(stories.publishedAt, to),
          below(stories.publishedAt, stories.id, before),
        ),
      )
      .orderBy(...newestFirst)
      .limit(limit),

  ofSection: (db: ReadDb, sectionId: number, { before, limit }: ListingPage) =>
    cardsOf(db)
      .where(
        and(
          published,
          inSection,
          eq(stories.sectionId, sectionId),
          below(stories.publishedAt, stories.id, before),
        ),
      )
      .orderBy(...newestFirst)
      .limit(limit),

  ofForm: (db: ReadDb, form: StoryForm, { before, limit }: ListingPage) =>
    cardsOf(db)
      .where(
        and(
          published,
          // Said as the index says it, or the planner does not take it. Reports have no listing of their own.
          sql`${stories.form} <> 'report'`,
          inSection,
          eq(stories.form, form),
          below(stories.publishedAt, stories.id, before),
        ),
      )
      .orderBy(...newestFirst)
      .limit(limit),

  /** All that a section lists: its own stories, and those at home elsewhere. Two walks, of which the newest are taken. */
  inSection: (db: ReadDb, sectionId: number, { before, limit }: ListingPage) =>
    cardsOf(db)
      .where(
        and(
          published,
          inSection,
          sql`${stories.id} in (select id from (select id from ${stories}
            where ${and(published, eq(stories.sectionId, sectionId), below(stories.publishedAt, stories.id, before))}
            order by published_at desc, id desc limit ${limit})
          union all select id from (select story_id as id from ${storySections}
            where ${and(
              eq(storySections.sectionId, sectionId),
              isNotNull(storySections.publishedAt),
              below(storySections.publishedAt, storySections.storyId, before),
            )}
            order by published_at desc, story_id desc limit ${limit}))`,
        ),
      )
      // With a sign before it, else the planner walks all that was ever published to save the sort of a page.
      .orderBy(sql`+${stories.publishedAt} desc`, desc(stories.id))
      .limit(limit),

  /** Stories of a place, named first or not, and of the places in it. */
  ofDistrict: (db: ReadDb, code: string, { before, limit }: ListingPage) =>
    cardsOf(db, storyDistricts)
      .where(
        and(
          inSection,
          eq(stories.id, storyDistricts.storyId),
          eq(storyDistricts.districtCode, code),
          isNotNull(storyDistricts.publishedAt),
          below(storyDistricts.publishedAt, storyDistricts.storyId, before),
        ),
      )
      .orderBy(desc(storyDistricts.publishedAt), desc(storyDistricts.storyId))
      .limit(limit),

  ofTopic: (db: ReadDb, topicId: number, { before, limit }: ListingPage) =>
    cardsOf(db, storyTopics)
      .where(
        and(
          inSection,
          eq(stories.id, storyTopics.storyId),
          eq(storyTopics.topicId, topicId),
          isNotNull(storyTopics.publishedAt),
          below(storyTopics.publishedAt, storyTopics.storyId, before),
        ),
      )
      .orderBy(desc(storyTopics.publishedAt), desc(storyTopics.storyId))
      .limit(limit),

  ofByline: (db: ReadDb, bylineId: number, { before, limit }: ListingPage) =>
    cardsOf(db, storyBylines)
      .where(
        and(
          inSection,
          eq(stories.id, storyBylines.storyId),
          eq(storyBylines.bylineId, bylineId),
          isNotNull(storyBylines.publishedAt),
          below(storyBylines.publishedAt, storyBylines.storyId, before),
        ),
      )
      .orderBy(desc(storyBylines.publishedAt), desc(storyBylines.storyId))
      .limit(limit),

  mostRead: (db: ReadDb, limit: number, period: keyof typeof scoreOf = 'day') =>
    cardsOf(db, viewTotals)
      .where(and(published, inSection, eq(stories.id, viewTotals.storyId), gt(scoreOf[period], 0)))
      .orderBy(desc(scoreOf[period]), desc(viewTotals.storyId))
      .limit(limit),
};

/** `Promise<CardRow[]>` of any listing. */
export type CardRow = Awaited<ReturnType<ReturnType<typeof listing.newest>['all']>>[number];

/** Whatever a listing walks along before it comes to the stories. */
type Walked =
  | typeof storySections
  | typeof storyTopics
  | typeof storyBylines
  | typeof storyDistricts
  | typeof viewTotals;

/** Cards of stories, found along another table if one is named; which and in what order the listing says itself. */
export function cardsOf(db: ReadDb, walked?: Walked | SQL, fields = card) {
  // For the types it begins with the stories in any case: of what is walked along no column is a table's.
  const query = db
    .select(fields)
    .from((walked ?? stories) as typeof stories)
    .$dynamic();
  if (walked) query.crossJoin(stories);
  return query
    .crossJoin(sections)
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .leftJoin(districts, eq(districts.code, stories.districtCode));
}

/** Published stories by their numbers, in no order. */
export async function cardsByIds(db: ReadDb, ids: readonly number[]): Promise<CardRow[]> {
  return cardsOf(db)
    .where(
      and(
        published,
        inSection,
        sql`${stories.id} in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`,
      ),
    )
    .all();
}

/** The first story published in a span of time, of which only the moment is wanted. */
export async function firstPublishedIn(db: ReadDb, from: Date, to: Date) {
  return db
    .select({ publishedAt: stories.publishedAt })
    .from(stories)
    .where(and(published, gte(stories.publishedAt, from), lt(stories.publishedAt, to)))
    .orderBy(stories.publishedAt)
    .limit(1)
    .get();
}

/** Of these spans of time, in order, the names of those in which something was published: one seek for each. */
export async function spansWithStories(db: ReadDb, spans: readonly { name: string; from: Date; to: Date }[]) {
  const asked = JSON.stringify(spans.map(({ name, from, to }) => [name, from.getTime(), to.getTime()]));
  return db
    .all<{ name: string }>(sql`select value ->> 0 as name from json_each(${asked}) span
      where exists (select 1 from ${stories} where ${published}
        and published_at >= (span.value ->> 1) and published_at < (span.value ->> 2))`)
    .map(({ name }) => name);
}
