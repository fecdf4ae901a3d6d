import type { Db } from '@/db/client';
import { type SearchFilter, searchHits, storiesFound } from '@/db/queries/search';
import { matchExpression } from './match-expression';
import { readQuery } from './read-query';

export type SearchSort = 'relevance' | 'newest';

export interface Search extends SearchFilter {
  q: string;
  sort?: SearchSort;
  limit?: number;
  offset?: number;
}

export type FoundStory = Awaited<ReturnType<typeof storiesFound>>[number];

export interface Found {
  /** How many match; `MOST_FOUND` stands for that many or more. */
  total: number;
  stories: FoundStory[];
}

/**
 * Of more matches than this only the newest are counted and ranked: what bounds the time of a query for a word that
 * stands in every story. Nobody turns five hundred pages.
 */
export const MOST_FOUND = 5000;

/** What readers find: published stories that hold all words of the query. Never throws for what was typed. */
export async function searchStories(db: Db, search: Search, now = new Date()): Promise<Found> {
  const { q, sort = 'relevance', limit = 20, offset = 0, ...filter } = search;
  const match = matchExpression(readQuery(q));
  if (match === null) return { total: 0, stories: [] };

  const hits = await searchHits(db, 'story_search', match, filter, { sort, now, atMost: MOST_FOUND });
  const ids = hits.slice(offset, offset + limit).map((hit) => hit.id);
  const rows = new Map((await storiesFound(db, ids)).map((row) => [row.id, row]));
  return { total: hits.length, stories: ids.flatMap((id) => rows.get(id) ?? []) };
}
