import { lt, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { signInFailures } from '@/db/schema';
import { tx } from '@/db/tx';

const HOUR = 3_600_000;

/**
 * Counts what somebody asks, by the clock's hour, and says whether it is more than `most` now. `who` is a keyed hash or
 * holds one: the row names nobody.
 */
export function isRateLimited(
  t: Tx,
  { what, who, most }: { what: string; who: string; most: number },
  now: Date,
): boolean {
  const key = `${what}:${Math.floor(now.getTime() / HOUR)}:${who}`;
  const { count } = t
    .insert(signInFailures)
    .values({ key, count: 1, lastAt: now })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: { count: sql`${signInFailures.count} + 1`, lastAt: now },
    })
    .returning({ count: signInFailures.count })
    .get();
  return count > most;
}

/** The hours before yesterday's are nobody's affair any more. */
export async function deleteOldRateLimits(db: Db, now: Date): Promise<void> {
  await tx(db, (t) => {
    t.delete(signInFailures)
      .where(lt(signInFailures.lastAt, new Date(now.getTime() - 24 * HOUR)))
      .run();
  });
}
