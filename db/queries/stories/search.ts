import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { bylines, districts, pictures, sections, stories, topics } from '@/db/schema';
import { filterKeys, hasHeadlineWords, isSearchOld, type SearchTable } from '@/db/search-index';
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
  /** Of the newest so many stories all matches are found, as far as they are ranked; of older ones only till there are enough. */
  far: 100_000,
  enough: 200,
  /** Of several words, and within a section, matches lie far apart: of so many the best come first. */
  apart: 500,
};

/** The desk's search puts two tables into one order: by place in both, from as many matches on as are ranked. */
export const DESK_BOUNDS: typeof BOUNDS = { ...BOUNDS, weighed: 1000 };

/** What a search came to. */
export interface SearchHits {
  /** In the order that was asked for; of more than `atMost` the newest. */
  hits: SearchHit[];
  /** How many match, counted up to `mostCounted`. */
  total: number;
  /** There are as many and more. */
  isMore: boolean;
}

/** A query as FTS5 reads it, and by themselves its words and phrases that must all be found. */
export interface Match {
  whole: string;
  parts: readonly string[];
}

/**
 * The newest `atMost` stories that match, best first or newest first; best first no more than `bounds.apart` where they lie
 * far apart. A story of today counts for nearly twice as much as an old one that says as much; half of that is gone in two
 * weeks. With a word that stands in `bounds.weighed` stories
 * and more nothing is weighed by bm25: how rare a word is says little then, and to know it FTS5 walks each of its places
 * in the whole index, a second in a million stories.
 */
export async function searchHits(
  db: ReadDb,
  table: SearchTable,
  { whole: match, parts }: Match,
  filter: SearchFilter,
  {
    sort,
    now,
    atMost: most,
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
  const isFarApart = parts.length > 1 || narrowed(match) !== match;
  const atMost = isFarApart && sort === 'relevance' ? Math.min(most, bounds.apart) : most;
  const counts = new Map<string, number>();
  const isCommon = (part: string) => {
    const common = commonIn(db, table);
    const key = `${bounds.weighed} ${part}`;
    if (common.has(key)) return true;
    const { weighed: most } = bounds;
    const count = counting(db, sql`from ${name} where ${name} match ${part}`, most);
    counts.set(`(${part})`, count);
    if (count === most) common.add(key);
    return count === most;
  };
  /** One after the other downwards, which alone goes with a condition on each, and with bm25. */
  const downwards = (score: SQL): SearchHits => {
    const matching = sql`from ${name} where ${name} match ${narrowed(match)} ${within} ${rest ?? sql``}`;
    const hits = db.all<SearchHit>(
      sql`select rowid as id, at, ${score} as score ${matching} order by rowid desc limit ${atMost}`,
    );
    // Of one word without a filter it was counted already.
    const known = rest === null && narrowed(match) === match ? counts.get(match) : undefined;
    const isWhole = hits.length < atMost || mostCounted <= atMost;
    const total = isWhole ? hits.length : Math.min(mostCounted, known ?? counting(db, matching, mostCounted));
    return { hits, total, isMore: total >= Math.max(atMost, mostCounted) };
  };
  const newest = () =>
    rest === null
      ? byWindows(db, name, narrowed(match), { atMost, mostCounted, ...bounds })
      : downwards(sql`0`);

  if (sort === 'newest') {
    const found = newest();
    return { ...found, hits: found.hits.sort((a, b) => b.at - a.at || b.id - a.id) };
  }
  const ranked = (found: SearchHits, hits: readonly SearchHit[]) => ({
    ...found,
    hits: bestFirst(hits, now),
  });
  if (parts.some(isCommon)) {
    const found = newest();
    const looked = rest === null ? null : bounds.looked;
    const places = isFarApart ? FEWER_PLACES : PLACES;
    return ranked(found, byPlace(db, name, match, { narrowed, places, most: looked }, found.hits));
  }
  if (narrowed(match) !== match) {
    const found = newest();
    return ranked(found, weighed(db, name, match, found.hits));
  }
  const found = downwards(sql`bm25(${name}, ${WEIGHTS})`);
  return ranked(found, found.hits);
}

/** How many numbers are looked through at first, in hits that are wanted; and how much more each time at the most. */
const FIRST_WINDOW = 1.5;
const WIDER_AT_MOST = 32;

/**
 * The newest matches, newest first: from one number to another upwards, and again below, by how many have been met there.
 * Upwards FTS5 goes from match to match; downwards it reads each piece of the index to its end before, which takes twice as
 * long. Behind `far` numbers it is enough with `enough` of them.
 */
function byWindows(
  db: ReadDb,
  name: ReturnType<typeof sql.identifier>,
  match: string,
  { atMost, mostCounted, enough, far }: { atMost: number; mostCounted: number } & typeof BOUNDS,
): SearchHits {
  const hits: SearchHit[] = [];
  const between = (first: number, last: number) =>
    sql`from ${name} where ${name} match ${match} and rowid between ${whole(first)} and ${whole(last)}`;
  const top = db.get<{ id: number } | undefined>(
    sql`select rowid as id from ${name} order by rowid desc limit 1`,
  );
  const farthest = Math.max(1, (top?.id ?? 0) - far + 1);
  let last = top?.id ?? 0;
  for (let width = Math.ceil(FIRST_WINDOW * atMost); last > 0 && hits.length < atMost; ) {
    const isEnough = hits.length >= enough;
    if (isEnough && last < farthest) break;
    const first = Math.max(isEnough ? farthest : 1, last - width + 1);
    const here = db.all<SearchHit>(sql`select rowid as id, at, 0 as score ${between(first, last)}`);
    hits.push(...here.reverse());
    last = first - 1;
    const wanted = ((atMost - hits.length) * width * 1.15) / Math.max(1, here.length);
    width = Math.ceil(Math.min(WIDER_AT_MOST * width, Math.max(width, wanted)));
  }
  let total = hits.length;
  if (total >= atMost && total < mostCounted && last >= farthest)
    total += counting(db, between(farthest, last), mostCounted - total);
  const isToTheEnd = last === 0 || (total >= atMost && farthest === 1);
  return {
    hits: hits.slice(0, atMost),
    total: Math.min(total, Math.max(atMost, mostCounted)),
    isMore: !isToTheEnd || total >= Math.max(atMost, mostCounted),
  };
}

/** So many words are known for common; some thousands are what a language has of them. */
const MOST_COMMON = 2000;
const knownCommon = new WeakMap<ReadDb, Record<SearchTable, Set<string>>>();

/**
 * What was found to be common, which a word hardly ever ceases to be: it is counted no second time. Should so many stories
 * go, it only is weighed as a common one until the process ends.
 */
function commonIn(db: ReadDb, table: SearchTable): Set<string> {
  const known = knownCommon.get(db) ?? { story_search: new Set(), desk_search: new Set() };
  knownCommon.set(db, known);
  if (known[table].size >= MOST_COMMON) known[table].clear();
  return known[table];
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

function counting(db: ReadDb, matching: SQL, atMost: number): number {
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
  db: ReadDb,
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
  db: ReadDb,
  name: ReturnType<typeof sql.identifier>,
  match: string,
  { narrowed, places, most }: Pick<Where, 'narrowed'> & { places: typeof PLACES; most: number | null },
  hits: readonly SearchHit[],
): SearchHit[] {
  const scores = new Map(hits.map(({ id }) => [id, -1]));
  // From the lowest number up: downwards FTS5 looks for the first match past the lowest as well.
  const found = (what: string) => sql`from ${name} where ${name} match ${narrowed(what)} ${between(hits)}`;
  const isNear = hits.length > 0 && (most === null || counting(db, found(match), most) < most);
  for (const [columns, worth] of isNear ? places : []) {
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
const PLACES: readonly (readonly [columns: string, worth: number])[] = [
  ['headline', 4],
  ['headline headline_stem', 6],
  ['standfirst', 4],
  ['topics bylines districts', 4],
];
/** Of several words one may stand here and one there; and where matches lie far apart, each place takes as long as they. */
const FEWER_PLACES: typeof PLACES = [
  ['headline headline_stem standfirst topics bylines districts', 4],
  ['headline headline_stem', 8],
];

/** A number that grows with each change that readers see. Rows of `page_events` are swept, their count is not. */
export async function latestPageEvent(db: ReadDb): Promise<number> {
  const row = db.get<{ seq: number }>(sql`select seq from sqlite_sequence where name = 'page_events'`);
  return row?.seq ?? 0;
}

/**
 * How a filter narrows the matches without a look at each: a section, topic, byline and place by their terms in the index,
 * days by the numbers of what was published on them; of longer times the newest matches are looked at. In a search that was
 * written by older rules all is asked of the newest matches.
 */
function whereOf(
  db: ReadDb,
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
  db: ReadDb,
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
export async function storiesFound(db: ReadDb, ids: readonly number[]) {
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
export async function storiesNamed(db: ReadDb, ids: readonly number[]) {
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
export async function wordsBetween(db: ReadDb, from: string, to: string, atMost: number) {
  return db.all<{ word: string; stories: number }>(sql`
    select term as word, max(doc) as stories from
      (select term, doc, col from search_words where term >= ${from} and term < ${to} limit ${atMost})
    where col in ('headline', 'body', 'standfirst') group by term`);
}

/**
 * Words of readers' headlines that begin so, those in most of them first; `looked` of them are gone through. Where they
 * have not been counted yet it is so many entries of the index's vocabulary, which walks through the stories of each.
 */
export async function headlineWordsFrom(
  db: ReadDb,
  beginning: string,
  looked: number,
  atMost: number,
): Promise<string[]> {
  const [from, to] = [beginning, `${beginning}\uFFFF`];
  const words = hasHeadlineWords(db)
    ? sql`select word from
        (select word, stories from headline_words where word >= ${from} and word < ${to} limit ${looked})
      order by stories desc, word limit ${atMost}`
    : sql`select term as word from
        (select term, doc, col from search_words where term >= ${from} and term < ${to} limit ${looked})
      where col in ('headline', 'headline_stem') group by term order by max(doc) desc, term limit ${atMost}`;
  return db.all<{ word: string }>(words).map(({ word }) => word);
}

const newestFirst = [desc(stories.publishedAt), desc(stories.id)];

/** The newest that readers see, as queries that `.all()` runs and `.toSQL()` explains. */
export const newest = {
  ids: (db: ReadDb, atMost: number) =>
    db
      .select({ id: stories.id })
      .from(stories)
      .where(published)
      .orderBy(...newestFirst)
      .limit(atMost),
  headlines: (db: ReadDb, atMost: number) =>
    db
      .select({ id: stories.id, section: sections.slug, headline: stories.headline })
      .from(stories)
      .crossJoin(sections)
      .where(and(published, eq(sections.id, stories.sectionId)))
      .orderBy(...newestFirst)
      .limit(atMost),
};

/** Ids above one, in order: to go through all stories a batch at a time. */
export async function storyIdsAfter(db: ReadDb, id: number, atMost: number): Promise<number[]> {
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
export async function filterNamed(
  db: ReadDb,
  kind: 'section' | 'topic' | 'byline' | 'district',
  slug: string,
) {
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

/** Topics or bylines, `atMost` of them by name; whether readers see a story of theirs, `withStories` tells. */
export async function namesOf(db: ReadDb, kind: 'topic' | 'byline', atMost: number) {
  const from = kind === 'topic' ? sql`topics where merged_into is null` : sql`bylines`;
  return db.all<{ id: number; name: string; slug: string }>(
    sql`select id, name, slug from ${from} order by name limit ${atMost}`,
  );
}

/** The first of these topics or bylines that have a story which readers see, in the order given. */
export async function withStories(
  db: ReadDb,
  kind: 'topic' | 'byline',
  ids: readonly number[],
  atMost: number,
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const published =
    kind === 'topic'
      ? sql`select 1 from story_topics where topic_id = among.value and published_at is not null`
      : sql`select 1 from story_bylines where byline_id = among.value and published_at is not null`;
  const rows = db.all<{
    id: number;
  }>(sql`select among.value as id from json_each(${JSON.stringify(ids)}) among
    where exists (${published}) limit ${atMost}`);
  return new Set(rows.map(({ id }) => id));
}

/** Headlines of the newest stories that match. */
export async function headlinesFound(db: ReadDb, match: string, atMost: number) {
  return db.all<{ id: number; section: string; headline: string }>(sql`
    select stories.id, sections.slug as section, stories.headline from
      (select rowid from story_search where story_search match ${match} order by rowid desc limit ${atMost}) found
    cross join stories on stories.id = found.rowid and stories.state = 'published'
    cross join sections on sections.id = stories.section_id order by found.rowid desc`);
}

/** Whether any published story matches. */
export async function isFound(db: ReadDb, match: string): Promise<boolean> {
  return db.get(sql`select 1 from story_search where story_search match ${match} limit 1`) !== undefined;
}
