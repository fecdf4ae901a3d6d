import type { ReadDb } from '@/db/client';
import { storiesFound } from '@/db/queries/stories/search/found-stories';
import type { SearchFilter } from '@/db/queries/stories/search/listing-filter';
import { searchHits } from '@/db/queries/stories/search/search-hits';
import { type Equals, matchExpression } from './query/match-expression';
import { equalsIn } from './query/newsroom-synonyms';
import { readQuery } from './query/read-query';

export type SearchSort = 'relevance' | 'newest';

export interface StorySearch extends SearchFilter {
  q: string;
  sort?: SearchSort;
}

export interface HitPage {
  limit?: number;
  offset?: number;
}

export type FoundStory = Awaited<ReturnType<typeof storiesFound>>[number];

/** The outcome of a search, before any story is read. */
export interface Hits {
  /** How many match, counted up to `MOST_COUNTED`. */
  total: number;
  /** There are as many and more. */
  isMore: boolean;
  /** In order; of more than `MOST_FOUND` the newest, and where they lie far apart no more than were looked for. */
  ids: readonly number[];
}

/** Hits of all steps of the search. */
export interface StepHits extends Hits {
  /** Whether each story holds all words, or most of the query by weight. */
  step: 'all' | 'partly';
  /** Words of the query that no story holds in any form. */
  missing: readonly string[];
  /** Words in Latin letters that were read as Bengali ones that sound alike. */
  readAs: ReadonlyMap<string, readonly string[]>;
}

export interface StorySearchResult {
  total: number;
  stories: FoundStory[];
}

/**
 * Of more matches than this only the newest are ranked: what bounds the time of a query for a word that stands in
 * every story. Nobody turns fifty pages.
 */
export const MOST_FOUND = 1000;

/** Counting costs a hundredth of ranking, but is bounded too: a larger number tells a reader nothing. */
export const MOST_COUNTED = 2000;

/** Published stories that hold all words of the query. `equals`: the newsroom's by default. Never throws, whatever the query is. */
export async function findHits(
  db: ReadDb,
  search: StorySearch,
  now = new Date(),
  equals?: Equals,
): Promise<Hits> {
  const { q, sort = 'relevance', ...filter } = search;
  const match = matchExpression(readQuery(q), equals ?? (await equalsIn(db)));
  if (match === null) return { total: 0, isMore: false, ids: [] };

  const { hits, ...counted } = await searchHits(db, 'story_search', match, filter, {
    ...{ sort, now },
    ...{ atMost: MOST_FOUND, mostCounted: MOST_COUNTED },
  });
  return { ...counted, ids: hits.map((hit) => hit.id) };
}

/** A page of hits as stories; one that has gone since is left out. */
export async function storiesOf(
  db: ReadDb,
  { ids }: Hits,
  { limit = 20, offset = 0 }: HitPage = {},
): Promise<FoundStory[]> {
  const wanted = ids.slice(offset, offset + limit);
  const rows = new Map(
    (await storiesFound(db, wanted)).filter((row) => row.state === 'published').map((row) => [row.id, row]),
  );
  return wanted.flatMap((id) => rows.get(id) ?? []);
}

/** The search of readers: a page of stories and how many match. */
export async function searchStories(
  db: ReadDb,
  { limit, offset, ...search }: StorySearch & HitPage,
  now = new Date(),
): Promise<StorySearchResult> {
  const hits = await findHits(db, search, now);
  const page = { ...(limit === undefined ? {} : { limit }), ...(offset === undefined ? {} : { offset }) };
  return { total: hits.total, stories: await storiesOf(db, hits, page) };
}
