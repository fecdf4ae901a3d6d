import { type SQL, sql } from 'drizzle-orm';
import type { CandidateSearch, SearchHit } from './candidates';
import { countUpTo, integer } from './fts-sql';

/** The weights of the columns of `story_search`, in their order. */
const WEIGHTS = sql.raw('10, 6, 4, 1.5, 1, 5, 5, 2');

/** FTS5's own score with those weights, as an expression. */
export function bm25Of({ table }: CandidateSearch): SQL {
  return sql`bm25(${sql.identifier(table)}, ${WEIGHTS})`;
}

const TWO_WEEKS_MS = 1_209_600_000;

/** By score and age: a story of today counts nearly double, and half of that bonus is gone after two weeks. */
export function bestFirst(hits: readonly SearchHit[], now: Date): SearchHit[] {
  const weighted = ({ score, at }: SearchHit) =>
    score * (1 + 0.8 / (1 + Math.max(0, now.getTime() - at) / TWO_WEEKS_MS));
  return hits
    .map((hit) => ({ hit, weighted: weighted(hit) }))
    .sort((a, b) => a.weighted - b.weighted || b.hit.id - a.hit.id)
    .map(({ hit }) => hit);
}

/**
 * Hits that a filter has narrowed, scored by bm25 without it: a section says nothing of how well a story fits, and FTS5
 * would walk all of the section's stories to know how rare it is. Looks at each match between the first and the last hit.
 */
export function scoredByBm25(search: CandidateSearch, hits: readonly SearchHit[]): SearchHit[] {
  if (hits.length === 0) return [];
  const name = sql.identifier(search.table);
  const ids = JSON.stringify(hits.map(({ id }) => id));
  // With the sign the planner does not look each id up, which would cost a search each.
  return search.db.all(sql`select rowid as id, at, ${bm25Of(search)} as score from ${name}
    where ${name} match ${search.match.whole} ${idRangeOf(hits)} and +rowid in (select value from json_each(${ids}))`);
}

/** What it counts that all words stand in these columns, like the weights of bm25. */
const PLACES: readonly (readonly [columns: string, points: number])[] = [
  ['headline', 4],
  ['headline headline_stem', 6],
  ['standfirst', 4],
  ['topics bylines districts', 4],
];
/** Of several words one may stand here and one there; and where matches lie far apart, each place takes as long as a search. */
const FEWER_PLACES: typeof PLACES = [
  ['headline headline_stem standfirst topics bylines districts', 4],
  ['headline headline_stem', 8],
];

/**
 * The same hits, scored by the columns in which all of the words stand. Where they lie among more than `mostPlaced` matches
 * that a filter has left out, those would be too many to look at: then all score alike.
 */
export function scoredByPlace(search: CandidateSearch, hits: readonly SearchHit[]): SearchHit[] {
  const { db, table, match, filter, bounds } = search;
  const name = sql.identifier(table);
  const scores = new Map(hits.map(({ id }) => [id, -1]));
  // From the lowest id up: downwards FTS5 looks for the first match past the lowest as well.
  const matching = (expression: string) =>
    sql`from ${name} where ${name} match ${filter.withKeys(expression)} ${idRangeOf(hits)}`;
  const isNear =
    hits.length > 0 &&
    (filter.conditions === null ||
      countUpTo(db, matching(match.whole), bounds.mostPlaced) < bounds.mostPlaced);
  const places = isScattered(search) ? FEWER_PLACES : PLACES;
  for (const [columns, points] of isNear ? places : []) {
    for (const { id } of db.all<{ id: number }>(
      sql`select rowid as id ${matching(`{${columns}} : (${match.whole})`)}`,
    )) {
      const score = scores.get(id);
      if (score !== undefined) scores.set(id, score - points);
    }
  }
  return hits.map((hit) => ({ ...hit, score: scores.get(hit.id) ?? hit.score }));
}

/** Whether the matches lie far apart in the index. */
export function isScattered({ match, filter }: Pick<CandidateSearch, 'match' | 'filter'>): boolean {
  return match.parts.length > 1 || filter.hasKeys;
}

/** From the lowest id up to the highest. Hits are newest first. */
function idRangeOf(hits: readonly SearchHit[]): SQL {
  return sql`and rowid between ${integer(hits.at(-1)?.id ?? 0)} and ${integer(hits.at(0)?.id ?? 0)}`;
}
