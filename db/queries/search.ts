import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { bylines, districts, pictures, sections, stories, topics } from '../schema';
import type { SearchTable } from '../search-index';
import { bylinesOfStory } from './bylines';
import { pictureLook } from './pictures';

export interface SearchFilter {
  sectionId?: number | undefined;
  topicId?: number | undefined;
  bylineId?: number | undefined;
  /** Of this place, or of one in it. */
  districtCode?: string | undefined;
  /** Not before, and before. */
  from?: Date | undefined;
  until?: Date | undefined;
}

export interface SearchHit {
  id: number;
  at: number;
  score: number;
}

/** How much a word tells by where it stands: the columns of `story_search` in their order. */
const WEIGHTS = sql.raw('10, 6, 4, 1.5, 1, 5, 5, 2');

/** From so many matches on bm25 costs more than `byPlace`: 10 ms. */
const MANY = 100_000;

/**
 * The newest `atMost` stories that match, best first or newest first. A story of today counts for nearly twice as much
 * as an old one that says as much; half of that is gone in two weeks.
 */
export async function searchHits(
  db: Db,
  table: SearchTable,
  match: string,
  filter: SearchFilter,
  {
    sort,
    now,
    atMost,
    manyFrom = MANY,
  }: { sort: 'relevance' | 'newest'; now: Date; atMost: number; manyFrom?: number },
): Promise<SearchHit[]> {
  const name = sql.identifier(table);
  const found = (score: SQL) => sql`select rowid as id, at, ${score} as score from ${name}
    where ${name} match ${match} ${conditions(name, filter)} order by rowid desc limit ${atMost}`;
  const inOrder = (hits: SQL) =>
    sort === 'newest'
      ? sql`select id, at, score from (${hits}) order by at desc, id desc`
      : sql`select id, at, score from (${hits})
          order by score * (1 + 0.8 / (1 + max(0, ${now.getTime()} - at) / 1209600000.0)), id desc`;
  if (sort === 'newest') return db.all<SearchHit>(inOrder(found(sql`0`)));

  const newest = db.all<SearchHit>(found(sql`0`));
  const areMany =
    newest.length === atMost && (await countHits(db, table, match, filter, manyFrom)) === manyFrom;
  if (!areMany) return db.all<SearchHit>(inOrder(found(sql`bm25(${name}, ${WEIGHTS})`)));
  return db.all<SearchHit>(inOrder(byPlace(db, name, match, newest)));
}

/**
 * The same hits, scored by where in them all of the words stand. bm25 weighs how rare a word is, for which FTS5 walks
 * each of its places in the whole index: of a word that stands everywhere that takes a second in a million stories, and
 * says nothing.
 */
function byPlace(
  db: Db,
  name: ReturnType<typeof sql.identifier>,
  match: string,
  hits: readonly SearchHit[],
): SQL {
  const oldest = hits.at(-1)?.id ?? 0;
  const scores = new Map(hits.map(({ id }) => [id, -1]));
  for (const [columns, worth] of PLACES) {
    const there = db.all<{ id: number }>(sql`select rowid as id from ${name}
      where ${name} match ${`{${columns}} : (${match})`} and rowid >= ${oldest} order by rowid desc`);
    for (const { id } of there) {
      const score = scores.get(id);
      if (score !== undefined) scores.set(id, score - worth);
    }
  }
  const rows = hits.map(({ id, at }) => [id, at, scores.get(id)]);
  return sql`select value ->> 0 as id, value ->> 1 as at, value ->> 2 as score from json_each(${JSON.stringify(rows)})`;
}

/** What it is worth that all words stand there, as the weights of the columns tell. */
const PLACES = [
  ['headline', 4],
  ['headline headline_stem', 6],
  ['standfirst', 4],
  ['topics bylines', 5],
  ['districts', 2],
] as const;

/** How many stories match, counted no further than `atMost`. */
export async function countHits(
  db: Db,
  table: SearchTable,
  match: string,
  filter: SearchFilter,
  atMost: number,
): Promise<number> {
  const name = sql.identifier(table);
  const row = db.get<{ count: number }>(sql`select count(*) as count from
    (select 1 from ${name} where ${name} match ${match} ${conditions(name, filter)} limit ${atMost})`);
  return row?.count ?? 0;
}

/** A number that grows with each change that readers see. Rows of `page_events` are swept, their count is not. */
export async function latestPageEvent(db: Db): Promise<number> {
  const row = db.get<{ seq: number }>(sql`select seq from sqlite_sequence where name = 'page_events'`);
  return row?.seq ?? 0;
}

function conditions(name: SQL | ReturnType<typeof sql.identifier>, filter: SearchFilter): SQL {
  const all: SQL[] = [];
  if (filter.sectionId !== undefined) all.push(sql`and section_id = ${filter.sectionId}`);
  if (filter.from) all.push(sql`and at >= ${filter.from.getTime()}`);
  if (filter.until) all.push(sql`and at < ${filter.until.getTime()}`);
  if (filter.topicId !== undefined) {
    all.push(
      sql`and exists (select 1 from story_topics where story_id = ${name}.rowid and topic_id = ${filter.topicId})`,
    );
  }
  if (filter.bylineId !== undefined) {
    all.push(
      sql`and exists (select 1 from story_bylines where story_id = ${name}.rowid and byline_id = ${filter.bylineId})`,
    );
  }
  if (filter.districtCode !== undefined) {
    all.push(
      sql`and exists (select 1 from story_districts where story_id = ${name}.rowid and district_code = ${filter.districtCode})`,
    );
  }
  return sql.join(all, sql` `);
}

/** Stories by id, in no order: what a listing prints of them, and the text to find the words in. */
export async function storiesFound(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({
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
      bodyText: stories.bodyText,
      state: stories.state,
      updatedAt: stories.updatedAt,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(districts, eq(districts.code, stories.districtCode))
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .where(inArray(stories.id, [...ids]))
    .all();
}

/** The words that readers' stories hold from `from` up to `to`, as written, with the number of stories. */
export async function wordsBetween(db: Db, from: string, to: string, atMost: number) {
  return db.all<{ word: string; stories: number }>(sql`
    select term as word, max(doc) as stories from
      (select term, doc, col from search_words where term >= ${from} and term < ${to} limit ${atMost})
    where col in ('headline', 'body', 'standfirst') group by term`);
}

// As in the listings: said to be true of nearly all, or the planner takes the desk's index on `state` and sorts.
const published = sql`likelihood(${stories.state} = 'published', 0.95)`;
const newestFirst = [desc(stories.publishedAt), desc(stories.id)];

/** The newest that readers see, as queries that `.all()` runs and `.toSQL()` explains. */
export const newest = {
  ids: (db: Db, atMost: number) =>
    db
      .select({ id: stories.id })
      .from(stories)
      .where(published)
      .orderBy(...newestFirst)
      .limit(atMost),
  headlines: (db: Db, atMost: number) =>
    db
      .select({ id: stories.id, section: sections.slug, headline: stories.headline })
      .from(stories)
      .crossJoin(sections)
      .where(and(published, eq(sections.id, stories.sectionId)))
      .orderBy(...newestFirst)
      .limit(atMost),
};

/** Ids above one, in order: to go through all stories a batch at a time. */
export async function storyIdsAfter(db: Db, id: number, atMost: number): Promise<number[]> {
  return db
    .select({ id: stories.id })
    .from(stories)
    .where(sql`${stories.id} > ${id}`)
    .orderBy(stories.id)
    .limit(atMost)
    .all()
    .map((row) => row.id);
}

/** What a filter in an address names: a section, topic or byline by its slug, a place (of no id) by its code. */
export async function filterNamed(db: Db, kind: 'section' | 'topic' | 'byline' | 'district', slug: string) {
  if (kind === 'district') {
    return db
      .select({ id: sql<number>`0`, name: districts.name })
      .from(districts)
      .where(eq(districts.code, slug))
      .get();
  }
  const table = { section: sections, topic: topics, byline: bylines }[kind];
  return db.select({ id: table.id, name: table.name }).from(table).where(eq(table.slug, slug)).get();
}

/** Topics or bylines with a story that readers see: name and slug, `atMost` of them by name. */
export async function namesWithStories(db: Db, kind: 'topic' | 'byline', atMost: number) {
  return kind === 'topic'
    ? db.all<{ name: string; slug: string }>(sql`select name, slug from topics
        where merged_into is null and exists
          (select 1 from story_topics where topic_id = topics.id and published_at is not null)
        order by name limit ${atMost}`)
    : db.all<{ name: string; slug: string }>(sql`select name, slug from bylines
        where exists (select 1 from story_bylines where byline_id = bylines.id and published_at is not null)
        order by name limit ${atMost}`);
}

/** Headlines of the newest stories that match. */
export async function headlinesFound(db: Db, match: string, atMost: number) {
  return db.all<{ id: number; section: string; headline: string }>(sql`
    select stories.id, sections.slug as section, stories.headline from
      (select rowid from story_search where story_search match ${match} order by rowid desc limit ${atMost}) found
    join stories on stories.id = found.rowid and stories.state = 'published'
    join sections on sections.id = stories.section_id order by found.rowid desc`);
}

/** Whether any published story matches. */
export async function isFound(db: Db, match: string): Promise<boolean> {
  return db.get(sql`select 1 from story_search where story_search match ${match} limit 1`) !== undefined;
}
