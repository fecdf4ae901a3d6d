import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { bylines, districts, pictures, sections, stories, topics } from '../schema';
import { filterKeys, isSearchOld, type SearchTable } from '../search-index';
import { card, published } from './listings';

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

const TWO_WEEKS_MS = 1_209_600_000;

/** How far a search goes, in stories. */
const BOUNDS = {
  /** Days with no more stories than this are asked for by the numbers of those. */
  some: 50_000,
  /** Of longer times so many of the newest matches are looked at. */
  longest: 25_000,
  /** From so many stories on a word is common. */
  weighed: 5000,
  /** Among no more matches than this the place of the words is looked for. */
  looked: 5000,
};

/** What a search came to. */
export interface SearchHits {
  /** In the order that was asked for; of more than `atMost` the newest. */
  hits: SearchHit[];
  /** How many match; `mostCounted` stands for that many or more. */
  total: number;
}

/** A query as FTS5 reads it, and by themselves its words and phrases that must all be found. */
export interface Match {
  whole: string;
  parts: readonly string[];
}

/**
 * The newest `atMost` stories that match, best first or newest first. A story of today counts for nearly twice as much
 * as an old one that says as much; half of that is gone in two weeks. With a word that stands in `bounds.weighed` stories
 * and more nothing is weighed by bm25: how rare a word is says little then, and to know it FTS5 walks each of its places
 * in the whole index, a second in a million stories.
 */
export async function searchHits(
  db: Db,
  table: SearchTable,
  { whole: match, parts }: Match,
  filter: SearchFilter,
  {
    sort,
    now,
    atMost,
    mostCounted,
    bounds = BOUNDS,
  }: {
    sort: 'relevance' | 'newest';
    now: Date;
    atMost: number;
    mostCounted: number;
    bounds?: typeof BOUNDS;
  },
): Promise<SearchHits> {
  const name = sql.identifier(table);
  const { narrowed, within, rest } = whereOf(db, table, match, filter, bounds);
  const matching = sql`from ${name} where ${name} match ${narrowed(match)} ${within} ${rest ?? sql``}`;
  const newest = (score: SQL) =>
    db.all<SearchHit>(
      sql`select rowid as id, at, ${score} as score ${matching} order by rowid desc limit ${atMost}`,
    );
  const counts = new Map<string, number>();
  const isCommon = (part: string) => {
    const count = counting(db, sql`from ${name} where ${name} match ${part}`, bounds.weighed);
    counts.set(`(${part})`, count);
    return count === bounds.weighed;
  };
  const totalOf = (hits: readonly SearchHit[]) => {
    if (hits.length < atMost) return hits.length;
    // Of one word without a filter it was counted already.
    const known = rest === null && narrowed(match) === match ? counts.get(match) : undefined;
    const isWhole = known !== undefined && (known < bounds.weighed || bounds.weighed >= mostCounted);
    return isWhole ? Math.min(known, mostCounted) : counting(db, matching, mostCounted);
  };

  if (sort === 'newest') {
    const hits = newest(sql`0`).sort((a, b) => b.at - a.at || b.id - a.id);
    return { hits, total: totalOf(hits) };
  }
  let hits: SearchHit[];
  if (parts.some(isCommon)) {
    const most = rest === null ? null : bounds.looked;
    hits = byPlace(db, name, match, narrowed, newest(sql`0`), most);
  } else if (narrowed(match) === match) hits = newest(sql`bm25(${name}, ${WEIGHTS})`);
  else hits = weighed(db, name, match, newest(sql`0`));
  return { hits: bestFirst(hits, now), total: totalOf(hits) };
}

/** Of scores, as bm25's, the lowest is the best. */
function bestFirst(hits: readonly SearchHit[], now: Date): SearchHit[] {
  const worth = ({ score, at }: SearchHit) =>
    score * (1 + 0.8 / (1 + Math.max(0, now.getTime() - at) / TWO_WEEKS_MS));
  return hits
    .map((hit) => ({ hit, worth: worth(hit) }))
    .sort((a, b) => a.worth - b.worth || b.hit.id - a.hit.id)
    .map(({ hit }) => hit);
}

interface Where {
  /** An expression of FTS5's, and what the filter asks the index for besides. */
  narrowed(expression: string): string;
  /** Between which numbers. */
  within: SQL;
  /** What is asked of each match. */
  rest: SQL | null;
}

function counting(db: Db, matching: SQL, atMost: number): number {
  return (
    db.get<{ count: number }>(sql`select count(*) as count from (select 1 ${matching} limit ${atMost})`)
      ?.count ?? 0
  );
}

/**
 * Hits that a filter has narrowed, weighed by bm25 without it: a section says nothing of how well a story fits, and FTS5
 * would walk all of the section's stories to know how rare it is. Looks at each match between the first and the last.
 */
function weighed(
  db: Db,
  name: ReturnType<typeof sql.identifier>,
  match: string,
  hits: readonly SearchHit[],
): SearchHit[] {
  if (hits.length === 0) return [];
  const ids = hits.map(({ id }) => id);
  // With the sign the planner does not look each number up, which costs as much as a search each.
  return db.all(sql`select rowid as id, at, bm25(${name}, ${WEIGHTS}) as score from ${name}
    where ${name} match ${match} ${between(hits)} and +rowid in (select value from json_each(${JSON.stringify(ids)}))`);
}

/** From the lowest number up to the highest. Hits are newest first. */
function between(hits: readonly SearchHit[]): SQL {
  return sql`and rowid between ${whole(hits.at(-1)?.id ?? 0)} and ${whole(hits.at(0)?.id ?? 0)}`;
}

/**
 * The same hits, scored by where in them all of the words stand. Where they lie among others that a filter has left out,
 * more than `most` of those would be too many to look at: then all are alike.
 */
function byPlace(
  db: Db,
  name: ReturnType<typeof sql.identifier>,
  match: string,
  narrowed: Where['narrowed'],
  hits: readonly SearchHit[],
  most: number | null,
): SearchHit[] {
  const scores = new Map(hits.map(({ id }) => [id, -1]));
  // From the lowest number up: downwards FTS5 looks for the first match past the lowest as well.
  const found = (what: string) => sql`from ${name} where ${name} match ${narrowed(what)} ${between(hits)}`;
  const isNear = hits.length > 0 && (most === null || counting(db, found(match), most) < most);
  for (const [columns, worth] of isNear ? PLACES : []) {
    for (const { id } of db.all<{ id: number }>(
      sql`select rowid as id ${found(`{${columns}} : (${match})`)}`,
    )) {
      const score = scores.get(id);
      if (score !== undefined) scores.set(id, score - worth);
    }
  }
  return hits.map((hit) => ({ ...hit, score: scores.get(hit.id) ?? hit.score }));
}

/** What it is worth that all words stand there, as the weights of the columns tell. */
const PLACES = [
  ['headline', 4],
  ['headline headline_stem', 6],
  ['standfirst', 4],
  ['topics bylines districts', 4],
] as const;

/** A number that grows with each change that readers see. Rows of `page_events` are swept, their count is not. */
export async function latestPageEvent(db: Db): Promise<number> {
  const row = db.get<{ seq: number }>(sql`select seq from sqlite_sequence where name = 'page_events'`);
  return row?.seq ?? 0;
}

/**
 * How a filter narrows the matches without a look at each: a section, topic, byline and place by their terms in the index,
 * days by the numbers of what was published on them; of longer times the newest matches are looked at. In a search that was
 * written by older rules all is asked of the newest matches.
 */
function whereOf(
  db: Db,
  table: SearchTable,
  match: string,
  filter: SearchFilter,
  bounds: typeof BOUNDS,
): Where {
  const name = sql.identifier(table);
  const keys = keysOf(filter);
  const isByKeys = keys.length > 0 && !isSearchOld(db);
  const narrowed = (expression: string) =>
    isByKeys ? `(${expression}) AND ${keys.map((key) => `"${key}"`).join(' AND ')}` : expression;
  const rest = conditionsOf(name, isByKeys ? { from: filter.from, until: filter.until } : filter);
  if (rest === null) return { narrowed, within: sql``, rest };

  const days = table === 'story_search' ? numbersOfDays(db, filter, bounds.some) : null;
  if (days)
    return { narrowed, within: sql`and rowid between ${whole(days.first)} and ${whole(days.last)}`, rest };
  const last = db.get<{ id: number } | undefined>(sql`select rowid as id from ${name}
    where ${name} match ${narrowed(match)} order by rowid desc limit 1 offset ${bounds.longest - 1}`);
  return { narrowed, within: last ? sql`and rowid >= ${whole(last.id)}` : sql``, rest };
}

function keysOf({ sectionId, topicId, bylineId, districtCode }: SearchFilter): string[] {
  return [
    ...(sectionId === undefined ? [] : [filterKeys.section(sectionId)]),
    ...(topicId === undefined ? [] : [filterKeys.topic(topicId)]),
    ...(bylineId === undefined ? [] : [filterKeys.byline(bylineId)]),
    ...(districtCode === undefined ? [] : [filterKeys.place(districtCode)]),
  ];
}

/** A number that is bound is a real, and FTS5 is led by integers only: of any other it looks at each match. */
function whole(number: number): SQL {
  return sql`cast(${number} as integer)`;
}

/** From the lowest to the highest number of what was published between two moments, unless that is too much to look through. */
function numbersOfDays(
  db: Db,
  { from, until }: SearchFilter,
  some: number,
): { first: number; last: number } | null {
  if (!from && !until) return null;
  const range = sql`select id from stories indexed by stories_published where state = 'published'
    and published_at >= ${from?.getTime() ?? 0} and published_at < ${until?.getTime() ?? Number.MAX_SAFE_INTEGER}`;
  const row = db.get<{ count: number; first: number | null; last: number | null }>(sql`
    select count(*) as count, min(id) as first, max(id) as last from (${range} limit ${some + 1})`);
  if (!row || row.count > some) return null;
  return { first: row.first ?? 1, last: row.last ?? 0 };
}

function conditionsOf(name: ReturnType<typeof sql.identifier>, filter: SearchFilter): SQL | null {
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
  return all.length === 0 ? null : sql.join(all, sql` `);
}

/** Stories by id, in no order: what a listing prints of them, and the text to find the words in. */
export async function storiesFound(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      ...card,
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

/** Readers' stories by id, in no order, with no more than their names: an answer to a program has hundreds. */
export async function storiesNamed(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: stories.id,
      section: sections.slug,
      headline: stories.headline,
      publishedAt: stories.publishedAt,
      updatedAt: stories.updatedAt,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(inArray(stories.id, [...ids]), published))
    .all();
}

/** The words that readers' stories hold from `from` up to `to`, as written, with the number of stories. */
export async function wordsBetween(db: Db, from: string, to: string, atMost: number) {
  return db.all<{ word: string; stories: number }>(sql`
    select term as word, max(doc) as stories from
      (select term, doc, col from search_words where term >= ${from} and term < ${to} limit ${atMost})
    where col in ('headline', 'body', 'standfirst') group by term`);
}

/** Words of readers' headlines that begin so, those in most of them first; `looked` entries of the vocabulary are gone through. */
export async function headlineWordsFrom(
  db: Db,
  beginning: string,
  looked: number,
  atMost: number,
): Promise<string[]> {
  return db
    .all<{ word: string }>(sql`select term as word from
      (select term, doc, col from search_words
        where term >= ${beginning} and term < ${`${beginning}\uFFFF`} limit ${looked})
      where col in ('headline', 'headline_stem') group by term order by max(doc) desc, term limit ${atMost}`)
    .map(({ word }) => word);
}

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
    cross join stories on stories.id = found.rowid and stories.state = 'published'
    cross join sections on sections.id = stories.section_id order by found.rowid desc`);
}

/** Whether any published story matches. */
export async function isFound(db: Db, match: string): Promise<boolean> {
  return db.get(sql`select 1 from story_search where story_search match ${match} limit 1`) !== undefined;
}
