import type { ReadDb } from '@/db/client';
import type { SearchFilter } from '@/db/queries/stories/search/listing-filter';
import { DESK_BOUNDS, searchHits } from '@/db/queries/stories/search/search-hits';
import { matchExpression } from './query/match-expression';
import { equalsIn } from './query/newsroom-synonyms';
import { readQuery } from './query/read-query';
import { MOST_FOUND, type SearchSort } from './search-stories';

/**
 * Ids of the stories of any state that hold all words of a query, newest first unless told otherwise. Only for pages that
 * have checked who is signed in.
 */
export async function deskSearch(
  db: ReadDb,
  { q, sort = 'newest', ...filter }: SearchFilter & { q: string; sort?: SearchSort },
  now = new Date(),
): Promise<number[]> {
  const match = matchExpression(readQuery(q), await equalsIn(db));
  if (match === null) return [];

  const [published, rest] = await Promise.all(
    (['story_search', 'desk_search'] as const).map((table) =>
      searchHits(db, table, match, filter, {
        ...{ sort, now, bounds: DESK_BOUNDS },
        ...{ atMost: MOST_FOUND, mostCounted: MOST_FOUND },
      }),
    ),
  );
  const hits = [...(published?.hits ?? []), ...(rest?.hits ?? [])];
  if (sort === 'newest') hits.sort((a, b) => b.at - a.at || b.id - a.id);
  else hits.sort((a, b) => a.score - b.score);
  return hits.map((hit) => hit.id);
}
