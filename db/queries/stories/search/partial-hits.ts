import { sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import type { SearchHits } from './candidates';
import { countUpTo, integer } from './fts-sql';
import { applyFilter, type SearchFilter } from './listing-filter';

/** A word of a query as FTS5 reads it: in any form, and as it was typed. */
export interface WeightedPart {
  word: string;
  expression: string;
  exact: string;
  factor: number;
}

interface PartialSearch {
  parts: readonly WeightedPart[];
  /** What no hit may hold, as FTS5 reads it. */
  unwanted: readonly string[];
  filter: SearchFilter;
  sort: 'relevance' | 'newest';
  atMost: number;
  now: Date;
}

/** How far a word is counted; stories that hold only words as common as that are looked for among the newest. */
const COMMON_FROM = 3000;
const NEWEST_IDS = 10_000;
/** Of a hit's words this share of the query's weight must be there. */
const LEAST_SHARE = 0.5;
/** Where none holds half, those that hold no less than this share of what the best one holds. */
const LEAST_OF_BEST = 0.8;
/** What it adds to a word's weight that it stands in the headline, and that it stands as it was typed. */
const IN_HEADLINE = 0.5;
const AS_TYPED = 0.15;
/** A word that counts less than this share is not looked up for these. */
const LEAST_FOR_BONUS = 0.1;
const AGE_BONUS = 0.06;
const TWO_WEEKS_MS = 1_209_600_000;
const FILTER_BOUNDS = { mostInDays: 50_000, mostFiltered: 5000 };

interface PartialHitCandidate {
  id: number;
  score: number;
  /** The weight of the words that it holds. */
  matched: number;
}

interface PartialHits extends SearchHits {
  /** Words that no story holds. */
  missing: string[];
}

interface CountedPart extends WeightedPart {
  count: number;
  weight: number;
}

/**
 * Stories that hold at least half of a query by weight, or the most of it if none does: BM25 over words that are there or
 * not, a word's weight being its inverse document frequency. A word that no story holds has none, so that a single rare word
 * is enough to find something. Looks first only at the stories of the rarest words, without which no half can be reached;
 * of common words at the newest only.
 */
export function partialHits(db: ReadDb, search: PartialSearch): PartialHits {
  const top =
    db.get<{ id: number } | undefined>(sql`select rowid as id from story_search order by rowid desc limit 1`)
      ?.id ?? 0;
  const counted = countedParts(db, search.parts, top);
  // Nobody looks for a question word by itself.
  const missing = counted.filter(({ count, factor }) => count === 0 && factor === 1).map(({ word }) => word);
  const parts = counted.filter(({ weight }) => weight > 0);
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return { hits: [], total: 0, isMore: false, missing };

  // A hair less than half, since sums of weights differ by their order.
  const half = whole * LEAST_SHARE * 0.999;
  const essential = essentialOf(parts, half);
  let enough = candidatesOf(parts, lookUpIn(db, search, essential, top)).filter(
    ({ matched }) => matched >= half,
  );
  if (enough.length === 0) {
    const candidates = candidatesOf(parts, lookUpIn(db, search, parts, top));
    const best = candidates.reduce((most, { matched }) => Math.max(most, matched), 0);
    enough = candidates.filter(({ matched }) => matched >= best * LEAST_OF_BEST);
  }
  return { ...ranked(db, enough, search), missing };
}

type LookUp = ReturnType<typeof lookUpIn>;

/** The stories that hold one of the words, each with what it holds. */
function candidatesOf(parts: readonly CountedPart[], lookUp: LookUp): PartialHitCandidate[] {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const found = new Map<number, PartialHitCandidate>();
  for (const part of parts) {
    const { expression, exact, weight } = part;
    for (const id of lookUp(expression, part)) {
      const hit = found.get(id) ?? { id, score: 0, matched: 0 };
      hit.matched += weight;
      hit.score -= weight;
      found.set(id, hit);
    }
    if (weight < whole * LEAST_FOR_BONUS) continue;
    const better = (more: string, bonus: number) => {
      for (const id of lookUp(more, part)) {
        const hit = found.get(id);
        if (hit) hit.score -= weight * bonus;
      }
    };
    better(`{headline headline_stem} : (${expression})`, IN_HEADLINE);
    better(exact, AS_TYPED);
  }
  return [...found.values()];
}

/**
 * Looks up an expression of one part among the stories that can reach half of the query: all that hold a rare one of the
 * essential words, and the newest that hold a common one.
 */
function lookUpIn(db: ReadDb, search: PartialSearch, essential: readonly CountedPart[], top: number) {
  const unwanted = search.unwanted.length === 0 ? '' : ` NOT (${search.unwanted.join(' OR ')})`;
  const anyOf = (parts: readonly CountedPart[]) =>
    parts.map(({ expression }) => `(${expression})`).join(' OR ');
  const applied = applyFilter(
    ...([db, 'story_search', `(${anyOf(essential)})${unwanted}`, search.filter, FILTER_BOUNDS] as const),
  );
  const rare = essential.filter(({ count }) => count < COMMON_FROM);
  const scopes = [
    ...(rare.length > 0 ? [{ parts: rare, from: sql`` }] : []),
    ...(rare.length < essential.length
      ? [{ parts: essential, from: sql`and rowid > ${integer(top - NEWEST_IDS)}` }]
      : []),
  ];
  return (expression: string, part: CountedPart): Set<number> => {
    const found = new Set<number>();
    for (const { parts, from } of scopes) {
      const match = parts.includes(part) ? `(${expression})` : `((${anyOf(parts)}) AND (${expression}))`;
      const rows = db.all<{ id: number }>(sql`select rowid as id from story_search
        where story_search match ${applied.withKeys(match + unwanted)}
        ${from} ${applied.idRange} ${applied.conditions ?? sql``}`);
      for (const { id } of rows) found.add(id);
    }
    return found;
  };
}

function countedParts(db: ReadDb, parts: readonly WeightedPart[], top: number): CountedPart[] {
  return parts
    .map((part) => {
      const count = countUpTo(
        db,
        sql`from story_search where story_search match ${part.expression}`,
        COMMON_FROM,
      );
      const rarity = Math.log(1 + (Math.max(top, count) - count + 0.5) / (count + 0.5));
      return { ...part, count, weight: count === 0 ? 0 : part.factor * rarity };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** The heaviest words, until those that are left cannot reach `least` by themselves. */
function essentialOf(parts: readonly CountedPart[], least: number): CountedPart[] {
  let left = parts.reduce((sum, { weight }) => sum + weight, 0);
  const essential: CountedPart[] = [];
  for (const part of parts) {
    if (left < least) break;
    essential.push(part);
    left -= part.weight;
  }
  return essential;
}

function ranked(
  db: ReadDb,
  candidates: readonly PartialHitCandidate[],
  { sort, now, atMost }: PartialSearch,
): SearchHits {
  const best = [...candidates]
    .sort((a, b) => (sort === 'newest' ? 0 : a.score - b.score) || b.id - a.id)
    .slice(0, atMost);
  // The moment lies in the row: looked up for no more than are shown.
  const ids = JSON.stringify(best.map(({ id }) => id));
  const rows = db.all<{ id: number; at: number }>(
    sql`select rowid as id, at from story_search where rowid in (select value from json_each(${ids}))`,
  );
  const moments = new Map(rows.map(({ id, at }) => [id, at]));
  const hits = best.map(({ id, score }) => {
    const at = moments.get(id) ?? 0;
    const bonus = 1 + AGE_BONUS / (1 + Math.max(0, now.getTime() - at) / TWO_WEEKS_MS);
    return { id, at, score: score * bonus };
  });
  hits.sort((a, b) => (sort === 'newest' ? b.at - a.at : a.score - b.score) || b.id - a.id);
  return { hits, total: candidates.length, isMore: false };
}
