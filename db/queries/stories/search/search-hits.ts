import type { ReadDb } from '@/db/client';
import type { SearchTable } from '@/db/search-index';
import {
  type CandidateSearch,
  type Match,
  matchesDownwards,
  newestMatches,
  type SearchBounds,
  type SearchHits,
} from './candidates';
import { rareWordCounts } from './common-words';
import { applyFilter, type SearchFilter } from './listing-filter';
import { bestFirst, bm25Of, isScattered, scoredByBm25, scoredByPlace } from './ranking';

const BOUNDS: SearchBounds = {
  mostInDays: 50_000,
  mostFiltered: 25_000,
  commonFrom: 5000,
  mostPlaced: 5000,
  newestInFull: 100_000,
  enough: 200,
  mostScattered: 500,
};

/** The desk's search joins two tables in one order: both score by place, from as many matches on as are ranked. */
export const DESK_BOUNDS: SearchBounds = { ...BOUNDS, commonFrom: 1000 };

interface SearchOptions {
  sort: 'relevance' | 'newest';
  now: Date;
  atMost: number;
  mostCounted: number;
  bounds?: SearchBounds;
}

/**
 * The newest `atMost` stories that match, best first or newest first; best first no more than `mostScattered` where they lie
 * far apart. With a common word nothing is scored by bm25: how rare a word is says little then, and to know it FTS5 walks
 * each of its places in the whole index, a second in a million stories.
 */
export async function searchHits(
  db: ReadDb,
  table: SearchTable,
  match: Match,
  filter: SearchFilter,
  { sort, now, atMost, mostCounted, bounds = BOUNDS }: SearchOptions,
): Promise<SearchHits> {
  const applied = applyFilter(db, table, match.whole, filter, bounds);
  const isFewer = sort === 'relevance' && isScattered({ match, filter: applied });
  const search: CandidateSearch = {
    ...{ db, table, match, filter: applied, bounds, mostCounted },
    atMost: isFewer ? Math.min(atMost, bounds.mostScattered) : atMost,
  };
  if (sort === 'newest') {
    const found = newestMatches(search);
    return { ...found, hits: found.hits.sort((a, b) => b.at - a.at || b.id - a.id) };
  }
  const found = scoredMatches(search);
  return { ...found, hits: bestFirst(found.hits, now) };
}

function scoredMatches(search: CandidateSearch): SearchHits {
  const counts = rareWordCounts(search);
  if (counts !== null && !search.filter.hasKeys) return matchesDownwards(search, bm25Of(search), counts);
  const found = newestMatches(search);
  const score = counts === null ? scoredByPlace : scoredByBm25;
  return { ...found, hits: score(search, found.hits) };
}
