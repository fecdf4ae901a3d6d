import { and, desc, eq, gt, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '../client';
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
} from '../schema';
import { pictureLook } from './pictures';

/** The last story of the page before; the next one begins below it. */
export interface Cursor {
  publishedAt: Date;
  id: number;
}
export interface Page {
  before?: Cursor | undefined;
  limit: number;
}

/** What a listing prints of a story. The body is not among it. */
const card = {
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

/** Each listing as a query that `.all()` runs and `.toSQL()` explains. */
export const listing = {
  newest: (db: Db, { before, limit }: Page) =>
    cards(db)
      .where(and(published, inSection, below(stories.publishedAt, stories.id, before)))
      .orderBy(...newestFirst)
      .limit(limit),

  /** `from` inclusive, `to` exclusive. */
  between: (db: Db, from: Date, to: Date, { before, limit }: Page) =>
    cards(db)
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

  ofSection: (db: Db, sectionId: number, { before, limit }: Page) =>
    cards(db)
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

  ofForm: (db: Db, form: StoryForm, { before, limit }: Page) =>
    cards(db)
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

  /** Stories at home elsewhere that a section lists too. */
  alsoInSection: (db: Db, sectionId: number, { before, limit }: Page) =>
    db
      .select(card)
      .from(storySections)
      .crossJoin(stories)
      .crossJoin(sections)
      .leftJoin(pictures, eq(pictures.id, stories.pictureId))
      .leftJoin(districts, eq(districts.code, stories.districtCode))
      .where(
        and(
          inSection,
          eq(stories.id, storySections.storyId),
          eq(storySections.sectionId, sectionId),
          isNotNull(storySections.publishedAt),
          below(storySections.publishedAt, storySections.storyId, before),
        ),
      )
      .orderBy(desc(storySections.publishedAt), desc(storySections.storyId))
      .limit(limit),

  /** Stories of a place, named first or not, and of the places in it. */
  ofDistrict: (db: Db, code: string, { before, limit }: Page) =>
    db
      .select(card)
      .from(storyDistricts)
      .crossJoin(stories)
      .crossJoin(sections)
      .leftJoin(pictures, eq(pictures.id, stories.pictureId))
      .leftJoin(districts, eq(districts.code, stories.districtCode))
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

  ofTopic: (db: Db, topicId: number, { before, limit }: Page) =>
    db
      .select(card)
      .from(storyTopics)
      .crossJoin(stories)
      .crossJoin(sections)
      .leftJoin(pictures, eq(pictures.id, stories.pictureId))
      .leftJoin(districts, eq(districts.code, stories.districtCode))
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

  ofByline: (db: Db, bylineId: number, { before, limit }: Page) =>
    db
      .select(card)
      .from(storyBylines)
      .crossJoin(stories)
      .crossJoin(sections)
      .leftJoin(pictures, eq(pictures.id, stories.pictureId))
      .leftJoin(districts, eq(districts.code, stories.districtCode))
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

  mostRead: (db: Db, limit: number) =>
    db
      .select(card)
      .from(viewTotals)
      .crossJoin(stories)
      .crossJoin(sections)
      .leftJoin(pictures, eq(pictures.id, stories.pictureId))
      .leftJoin(districts, eq(districts.code, stories.districtCode))
      .where(and(published, inSection, eq(stories.id, viewTotals.storyId), gt(viewTotals.dayScore, 0)))
      .orderBy(desc(viewTotals.dayScore), desc(viewTotals.storyId))
      .limit(limit),
};

/** `Promise<CardRow[]>` of any listing. */
export type CardRow = Awaited<ReturnType<ReturnType<typeof listing.newest>['all']>>[number];

/** Cards of stories, for a listing that says itself which and in what order. */
export function cards(db: Db) {
  return db
    .select(card)
    .from(stories)
    .crossJoin(sections)
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .leftJoin(districts, eq(districts.code, stories.districtCode))
    .$dynamic();
}

/** The first story published in a span of time, of which only the moment is wanted. */
export async function firstPublishedIn(db: Db, from: Date, to: Date) {
  return db
    .select({ publishedAt: stories.publishedAt })
    .from(stories)
    .where(and(published, gte(stories.publishedAt, from), lt(stories.publishedAt, to)))
    .orderBy(stories.publishedAt)
    .limit(1)
    .get();
}

/** Of these spans of time, in order, the names of those in which something was published: one seek for each. */
export async function spansWithStories(db: Db, spans: readonly { name: string; from: Date; to: Date }[]) {
  const asked = JSON.stringify(spans.map(({ name, from, to }) => [name, from.getTime(), to.getTime()]));
  return db
    .all<{ name: string }>(sql`select value ->> 0 as name from json_each(${asked}) span
      where exists (select 1 from ${stories} where ${published}
        and published_at >= (span.value ->> 1) and published_at < (span.value ->> 2))`)
    .map(({ name }) => name);
}
