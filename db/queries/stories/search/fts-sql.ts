import { type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';

/** How many rows `from … where …` gives, counted no further than `atMost`. */
export function countUpTo(db: ReadDb, rows: SQL, atMost: number): number {
  return (
    db.get<{ count: number }>(sql`select count(*) as count from (select 1 ${rows} limit ${atMost})`)?.count ??
    0
  );
}

/** A number that is bound is a real, and FTS5 seeks by integers only: with a real it looks at each match. */
export function integer(number: number): SQL {
  return sql`cast(${number} as integer)`;
}
