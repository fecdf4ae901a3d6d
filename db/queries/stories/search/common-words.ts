import { sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import type { SearchTable } from '@/db/search-index';
import type { CandidateSearch } from './candidates';
import { countUpTo } from './fts-sql';

/** So many words are remembered as common; a language has some thousands of them. */
const MOST_REMEMBERED = 2000;
const rememberedWords = new WeakMap<ReadDb, Record<SearchTable, Set<string>>>();

/**
 * In how many stories each of the query's words and phrases stands, as FTS5 writes one alone; null if one of them is common. What
 * was found to be common hardly ever ceases to be, so it is not counted a second time: should so many stories be deleted, it
 * only is ranked as a common word until the process ends.
 */
export function rareWordCounts({ db, table, match, bounds }: CandidateSearch): Map<string, number> | null {
  const remembered = rememberedIn(db, table);
  const name = sql.identifier(table);
  const counts = new Map<string, number>();
  for (const part of match.parts) {
    const key = `${bounds.commonFrom} ${part}`;
    if (remembered.has(key)) return null;
    const count = countUpTo(db, sql`from ${name} where ${name} match ${part}`, bounds.commonFrom);
    if (count === bounds.commonFrom) {
      remembered.add(key);
      return null;
    }
    counts.set(`(${part})`, count);
  }
  return counts;
}

function rememberedIn(db: ReadDb, table: SearchTable): Set<string> {
  const words = rememberedWords.get(db) ?? { story_search: new Set(), desk_search: new Set() };
  rememberedWords.set(db, words);
  if (words[table].size >= MOST_REMEMBERED) words[table].clear();
  return words[table];
}
