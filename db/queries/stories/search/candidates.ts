import { type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import type { SearchTable } from '@/db/search-index';
import { countUpTo, integer } from './fts-sql';
import type { AppliedFilter, FilterBounds } from './listing-filter';

export interface SearchHit {
  id: number;
  at: number;
  /** As of bm25: the lowest is the best. */
  score: number;
}

/** The outcome of a search. */
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

/** How far a search looks, in stories. */
export interface SearchBounds extends FilterBounds {
  /** A word that stands in so many stories is common. */
  commonFrom: number;
  /** Among no more matches than this the columns in which the words stand are looked up. */
  mostPlaced: number;
  /** Of so many of the newest stories all matches are found, as far as they are ranked; of older ones until there are `enough`. */
  newestInFull: number;
  enough: number;
  /** The matches of several words, and within a section, lie far apart: this many of the best come first. */
  mostScattered: number;
}

/** A search with its filter, ready to be run on the index. */
export interface CandidateSearch {
  db: ReadDb;
  table: SearchTable;
  match: Match;
  filter: AppliedFilter;
  bounds: SearchBounds;
  atMost: number;
  mostCounted: number;
}

/** The newest matches, newest first, in whichever way is quicker with this filter. */
export function newestMatches(search: CandidateSearch): SearchHits {
  return search.filter.conditions === null ? matchesByWindows(search) : matchesDownwards(search, sql`0`);
}

/**
 * The newest matches one after the other downwards, with their scores. This is the only way that goes with a condition on each
 * match, and with bm25. `countOf` knows how many stories hold a word, if it was counted already.
 */
export function matchesDownwards(
  { db, table, match, filter, atMost, mostCounted }: CandidateSearch,
  score: SQL,
  countOf: ReadonlyMap<string, number> = new Map(),
): SearchHits {
  const name = sql.identifier(table);
  const matching = sql`from ${name} where ${name} match ${filter.withKeys(match.whole)} ${filter.idRange} ${filter.conditions ?? sql``}`;
  const hits = db.all<SearchHit>(
    sql`select rowid as id, at, ${score} as score ${matching} order by rowid desc limit ${atMost}`,
  );
  // A query of one word without a filter has been counted already.
  const known = filter.conditions === null && !filter.hasKeys ? countOf.get(match.whole) : undefined;
  const isWhole = hits.length < atMost || mostCounted <= atMost;
  const total = isWhole ? hits.length : Math.min(mostCounted, known ?? countUpTo(db, matching, mostCounted));
  return { hits, total, isMore: total >= Math.max(atMost, mostCounted) };
}

/** How many ids the first window spans, in wanted hits; and by how much a window widens at most. */
const FIRST_WINDOW = 1.5;
const MOST_WIDENING = 32;

/**
 * The newest matches, newest first: window by window of ids, each read upwards, as wide as the matches met so far suggest.
 * Upwards FTS5 goes from match to match; downwards it reads each segment of the index to its end first, which takes twice as
 * long. Behind `newestInFull` ids it stops as soon as it has `enough`.
 */
function matchesByWindows({
  db,
  table,
  match,
  filter,
  atMost,
  mostCounted,
  bounds: { enough, newestInFull },
}: CandidateSearch): SearchHits {
  const name = sql.identifier(table);
  const hits: SearchHit[] = [];
  const between = (first: number, last: number) =>
    sql`from ${name} where ${name} match ${filter.withKeys(match.whole)} and rowid between ${integer(first)} and ${integer(last)}`;
  const top = db.get<{ id: number } | undefined>(
    sql`select rowid as id from ${name} order by rowid desc limit 1`,
  );
  const farthest = Math.max(1, (top?.id ?? 0) - newestInFull + 1);
  let last = top?.id ?? 0;
  for (let width = Math.ceil(FIRST_WINDOW * atMost); last > 0 && hits.length < atMost; ) {
    const isEnough = hits.length >= enough;
    if (isEnough && last < farthest) break;
    const first = Math.max(isEnough ? farthest : 1, last - width + 1);
    const here = db.all<SearchHit>(sql`select rowid as id, at, 0 as score ${between(first, last)}`);
    hits.push(...here.reverse());
    last = first - 1;
    const wanted = ((atMost - hits.length) * width * 1.15) / Math.max(1, here.length);
    width = Math.ceil(Math.min(MOST_WIDENING * width, Math.max(width, wanted)));
  }
  let total = hits.length;
  if (total >= atMost && total < mostCounted && last >= farthest)
    total += countUpTo(db, between(farthest, last), mostCounted - total);
  const isToTheEnd = last === 0 || (total >= atMost && farthest === 1);
  return {
    hits: hits.slice(0, atMost),
    total: Math.min(total, Math.max(atMost, mostCounted)),
    isMore: !isToTheEnd || total >= Math.max(atMost, mostCounted),
  };
}
