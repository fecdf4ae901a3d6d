import { sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { all, baseConditions, countOf, type ListFilter, type ListPlace, MOST_COUNTED } from './list-filter';
import { changedTrack, publishedTrack, remainingConditions, stretchAlong } from './list-tracks';

/** So far a walk goes for one page: what it has not met by then is looked for from there on, when asked. */
export const LONGEST_WALK = 2500;

/** Whether one index says all that the filter asks, in this order: then a page of it is read, and no story beside. */
export function isOneWalk(filter: ListFilter, order: 'changed' | 'published'): boolean {
  return (
    remainingConditions(filter, order === 'published' ? publishedTrack(filter) : changedTrack(filter))
      .length === 0
  );
}

export interface Walk {
  ids: number[];
  /** Where to go on: behind the last story of a full page, or where the walk has ended before it was full. */
  next: ListPlace | null;
  /** How many were counted, `MOST_COUNTED` at the most. */
  count: number;
  /** There may be more than that. */
  isMore: boolean;
}

/**
 * A page of a large list, newest first: along the index that order and filter have in common, `LONGEST_WALK` stories
 * at the most. By publication it holds only what readers see: the caller asks for no other state then.
 */
export async function walkList(
  db: ReadDb,
  filter: ListFilter,
  {
    order,
    before,
    limit,
    longest = LONGEST_WALK,
  }: { order: 'changed' | 'published'; before: ListPlace | null; limit: number; longest?: number },
): Promise<Walk> {
  const track = order === 'published' ? publishedTrack(filter) : changedTrack(filter);
  const rest = [...baseConditions(filter, sql`s.id`), ...remainingConditions(filter, track)];
  const here = stretchAlong(db, track, filter, { before, longest });
  const whole = before === null ? here : stretchAlong(db, track, filter, { before: null, longest });

  const rows = db.all<ListPlace>(sql`
    select ${track.id} as id, ${track.at} as at from ${track.from} where ${all([...here.conditions, ...rest])}
    order by ${track.at} desc, ${track.id} desc limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const count = countOf(
    db,
    sql`select 1 from ${track.from} where ${all([...whole.conditions, ...rest])}`,
    MOST_COUNTED,
  );
  return {
    ids: shown.map(({ id }) => id),
    next: rows.length > limit ? (shown.at(-1) ?? null) : here.end,
    count: Math.min(count, MOST_COUNTED),
    isMore: count > MOST_COUNTED || whole.end !== null,
  };
}
