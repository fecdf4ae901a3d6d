import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { ReadDb, Tx } from './client';
import {
  bylines,
  districts,
  livePosts,
  searchState,
  stories,
  storyBylines,
  storyDistricts,
  storyTopics,
  TERMS_VERSION,
  topics,
} from './schema';

/** `story_search` is what readers find, `desk_search` the rest. */
export type SearchTable = 'story_search' | 'desk_search';

/**
 * What a filter asks the index for: a term that stands for a section, topic, byline or place, and that nobody can type.
 * A place's stories are also those of the places in it.
 */
export const filterKeys = {
  section: (id: number) => `§s${id}`,
  topic: (id: number) => `§t${id}`,
  byline: (id: number) => `§b${id}`,
  // A hyphen would part the term.
  place: (code: string) => `§p${code.replace(/[^0-9A-Za-z\u0080-\uFFFF]/g, '·')}`,
};

/** Whether stories lie in the search by older rules; `reindex` mends it. */
export function isSearchOld(db: ReadDb): boolean {
  const state = db.select().from(searchState).get();
  return state?.termsVersion !== TERMS_VERSION;
}

/** All of the search is by today's rules. */
export function markSearchNew(t: Tx): void {
  t.insert(searchState)
    .values({ id: 1, termsVersion: TERMS_VERSION })
    .onConflictDoUpdate({ target: searchState.id, set: { termsVersion: TERMS_VERSION } })
    .run();
}

/** Whether suggestions may ask `headline_words`, or the vocabulary of the index; `reindex` mends it. */
export function hasHeadlineWords(db: ReadDb): boolean {
  return db.select().from(searchState).get()?.hasHeadlineWords === true;
}

export function markHeadlineWordsWhole(t: Tx): void {
  t.update(searchState).set({ hasHeadlineWords: true }).where(eq(searchState.id, 1)).run();
}

/** What a headline's publication does to the count of its words: it is one more, is there as it was, or is one less. */
export function countHeadlineWords(t: Tx, words: readonly string[], more: 1 | 0 | -1): void {
  if (words.length === 0) return;
  const all = sql`select value from json_each(${JSON.stringify([...new Set(words)])})`;
  if (more >= 0) {
    t.run(sql`insert into headline_words (word, stories) select value, 1 from (${all}) where true on conflict
      ${more === 1 ? sql`do update set stories = stories + 1` : sql`do nothing`}`);
    return;
  }
  t.run(sql`update headline_words set stories = stories - 1 where word in (${all})`);
  t.run(sql`delete from headline_words where word in (${all}) and stories <= 0`);
}

/** Entries of the vocabulary for one transaction: a term has one for each column that it stands in, eight at most. */
const ENTRIES_AT_ONCE = 800;

/**
 * Counts the words of headlines behind `after` anew, some at a time, by the vocabulary of the index. Returns the last that
 * was looked at; null at the end.
 */
export function recountHeadlineWords(t: Tx, after: string): string | null {
  const entries = t.all<{ term: string; col: string; doc: number }>(
    sql`select term, col, doc from search_words where term > ${after} limit ${ENTRIES_AT_ONCE}`,
  );
  // The last may have more columns than were read.
  const cut = entries.length < ENTRIES_AT_ONCE ? null : entries.at(-1)?.term;
  const counts = new Map<string, number>();
  let last = after;
  for (const { term, col, doc } of entries) {
    if (term === cut) break;
    last = term;
    if (col === 'headline' || col === 'headline_stem') counts.set(term, Math.max(counts.get(term) ?? 0, doc));
  }
  const end = cut === null ? sql`` : sql`and word <= ${last}`;
  t.run(sql`delete from headline_words where word > ${after} ${end}`);
  t.run(sql`insert into headline_words (word, stories)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify([...counts])})`);
  return cut === null ? null : last;
}

/** Terms with a space between, ready for the index. */
export interface SearchTerms {
  headline: string;
  headlineStem: string;
  standfirst: string;
  body: string;
  bodyStem: string;
  topics: string;
  bylines: string;
  districts: string;
}

/** Of a live story so many posts, the newest, are found: what bounds the save of the next. */
export const MOST_POSTS = 300;

const { bodyDoc: _bodyDoc, bodyHtml: _bodyHtml, ...ofRow } = getTableColumns(stories);

/** A story with the names that it is found by, and what was posted in it, newest first; undefined if there is none. */
export function storyToIndex(t: Tx, storyId: number) {
  const story = t
    .select({
      ...ofRow,
      district: districts.name,
    })
    .from(stories)
    .leftJoin(districts, eq(districts.code, stories.districtCode))
    .where(eq(stories.id, storyId))
    .get();
  if (!story) return undefined;

  const { about, by, places } = namesOfStory(t, storyId);
  // An upazila's story is found by the name of its district too, but none by a division that it only lies in: ঢাকা
  // would find a quarter of the country.
  const naming = places.filter(({ level, position }) => position >= 0 || level !== 'division');
  const posts =
    story.form === 'live'
      ? t
          .select({ headline: livePosts.headline, bodyHtml: livePosts.bodyHtml })
          .from(livePosts)
          .where(and(eq(livePosts.storyId, storyId), isNull(livePosts.removedAt)))
          .orderBy(desc(livePosts.at), desc(livePosts.id))
          .limit(MOST_POSTS)
          .all()
      : [];
  const named = [...new Set([...(story.district ? [story.district] : []), ...naming.map((row) => row.name)])];
  return {
    ...story,
    district: named.join(' '),
    posts,
    topics: about.map((row) => row.name),
    bylines: by.map((row) => row.name),
    keys: [
      filterKeys.section(story.sectionId),
      ...about.map(({ id }) => filterKeys.topic(id)),
      ...by.map(({ id }) => filterKeys.byline(id)),
      ...places.map(({ code }) => filterKeys.place(code)),
    ],
  };
}

/** The topics, bylines and places of a story. */
function namesOfStory(t: Tx, storyId: number) {
  const about = t
    .select({ id: topics.id, name: topics.name })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(eq(storyTopics.storyId, storyId))
    .all();
  const by = t
    .select({ id: bylines.id, name: bylines.name })
    .from(storyBylines)
    .innerJoin(bylines, eq(bylines.id, storyBylines.bylineId))
    .where(eq(storyBylines.storyId, storyId))
    .all();
  const places = t
    .select({
      code: districts.code,
      name: districts.name,
      level: districts.level,
      position: storyDistricts.position,
    })
    .from(storyDistricts)
    .innerJoin(districts, eq(districts.code, storyDistricts.districtCode))
    .where(eq(storyDistricts.storyId, storyId))
    .all();
  return { about, by, places };
}

/** `keys` are what its filters ask for, see `filterKeys`. */
export function putSearchRow(
  t: Tx,
  table: SearchTable,
  story: { id: number; at: Date; sectionId: number; districtCode: string | null; keys: readonly string[] },
  terms: SearchTerms,
): void {
  t.run(sql`insert into ${sql.identifier(table)}
    (rowid, headline, headline_stem, standfirst, body, body_stem, topics, bylines, districts, at, section_id, district_code)
    values (${story.id}, ${terms.headline}, ${terms.headlineStem}, ${terms.standfirst}, ${terms.body}, ${terms.bodyStem},
      ${terms.topics}, ${terms.bylines}, ${[terms.districts, ...story.keys].join(' ')}, ${story.at.getTime()}, ${story.sectionId}, ${story.districtCode})`);
}

/** Whether readers found it until now. */
export function dropSearchRows(t: Tx, storyId: number): boolean {
  const { changes } = t.run(sql`delete from story_search where rowid = ${storyId}`);
  t.run(sql`delete from desk_search where rowid = ${storyId}`);
  return changes > 0;
}

/** Merges the index into one piece: smaller, and the quickest to read. */
export function optimiseSearch(t: Tx): void {
  t.run(sql`insert into story_search(story_search) values ('optimize')`);
  t.run(sql`insert into desk_search(desk_search) values ('optimize')`);
}
