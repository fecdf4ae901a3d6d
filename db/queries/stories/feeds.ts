import { and, asc, desc, eq, getTableColumns, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { bylines, sections, stories, storyBylines, storyTopics, topics } from '@/db/schema';
import { inSection, published as mostly } from './listings';

// Written out, so that the planner takes the partial indexes (see `listings.ts`).
const _published = sql`${stories.state} = 'published'`;

const { bodyDoc: _bodyDoc, ...ofRow } = getTableColumns(stories);

/** What a feed says of stories beyond their cards. */
export async function feedTextsOf(db: ReadDb, storyIds: readonly number[]) {
  return db
    .select(ofRow)
    .from(stories)
    .where(inArray(stories.id, [...storyIds]))
    .all();
}

export async function topicNamesOf(db: ReadDb, storyIds: readonly number[]) {
  return db
    .select({ storyId: storyTopics.storyId, name: topics.name })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(inArray(storyTopics.storyId, [...storyIds]))
    .orderBy(asc(storyTopics.storyId), asc(storyTopics.position))
    .all();
}

/** The published stories whose ids lie from `from` to `to`, both among them: a seek on the primary key. */
export async function storiesBetween(db: ReadDb, from: number, to: number) {
  return db
    .select({
      id: stories.id,
      section: sections.slug,
      publishedAt: stories.publishedAt,
      correctedAt: stories.correctedAt,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(sql`likely(${stories.state} = 'published')`, gte(stories.id, from), lte(stories.id, to)))
    .orderBy(asc(stories.id))
    .all();
}

/** Topics that have a published story, by id. */
export async function topicsBetween(db: ReadDb, from: number, to: number) {
  const isListed = db
    .select({ one: sql`1` })
    .from(storyTopics)
    .where(and(eq(storyTopics.topicId, topics.id), isNotNull(storyTopics.publishedAt)));
  return db
    .select({ id: topics.id, slug: topics.slug })
    .from(topics)
    .where(and(gte(topics.id, from), lte(topics.id, to), sql`exists ${isListed}`))
    .orderBy(asc(topics.id))
    .all();
}

/** Bylines that have a published story, by id. */
export async function bylinesBetween(db: ReadDb, from: number, to: number) {
  const isListed = db
    .select({ one: sql`1` })
    .from(storyBylines)
    .where(and(eq(storyBylines.bylineId, bylines.id), isNotNull(storyBylines.publishedAt)));
  return db
    .select({ id: bylines.id, slug: bylines.slug })
    .from(bylines)
    .where(and(gte(bylines.id, from), lte(bylines.id, to), sql`exists ${isListed}`))
    .orderBy(asc(bylines.id))
    .all();
}

/** The highest id of each kind that a sitemap lists; 0 where there is none. */
export async function highestIds(db: ReadDb) {
  const last = (table: typeof stories | typeof topics | typeof bylines) =>
    db.select({ id: table.id }).from(table).orderBy(desc(table.id)).limit(1).get()?.id ?? 0;
  return { stories: last(stories), topics: last(topics), bylines: last(bylines) };
}

const listed = {
  stories: sql`select 1 from stories where likely(state = 'published')`,
  topics: sql`select 1 from topics where exists
    (select 1 from story_topics where topic_id = topics.id and published_at is not null)`,
  bylines: sql`select 1 from bylines where exists
    (select 1 from story_bylines where byline_id = bylines.id and published_at is not null)`,
};

/** Of the first `spans` spans of `size` ids, those in which something is listed, counted from 1. A seek for each. */
export async function listedSpans(
  db: ReadDb,
  kind: keyof typeof listed,
  { spans, size }: { spans: number; size: number },
) {
  const rows = db.all<{ number: number }>(sql`
    with recursive span(number) as (select 1 union all select number + 1 from span where number < ${spans})
    select number from span
    where exists (${listed[kind]} and id > (number - 1) * ${size} and id <= number * ${size})`);
  return rows.map(({ number }) => number);
}

/** What was published since `from`, newest first. */
export async function publishedSince(db: ReadDb, from: Date, limit: number) {
  return db
    .select({
      id: stories.id,
      section: sections.slug,
      headline: stories.headline,
      publishedAt: stories.publishedAt,
    })
    .from(stories)
    .crossJoin(sections)
    .where(and(mostly, inSection, gte(stories.publishedAt, from)))
    .orderBy(desc(stories.publishedAt), desc(stories.id))
    .limit(limit)
    .all();
}
