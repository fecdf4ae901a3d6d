import { and, inArray, isNull, lte } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { liveArrangements } from '@/db/queries/site/fronts';
import { breakingLines } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { theClock } from '@/lib/people/actor';
import { arrangementIn, pinsIn } from './arrangement/arrangement';
import { frontChanged } from './front-rows';

/** Ends the breaking lines that have expired, each once even with several schedulers. Returns their ids. */
export async function endDueBreaking(db: AppDb, now = new Date()): Promise<number[]> {
  const isDue = and(isNull(breakingLines.endedAt), lte(breakingLines.until, now));
  // Reads without the write lock first: the lock is taken once per line, not once per second.
  if (!db.select({ id: breakingLines.id }).from(breakingLines).where(isDue).limit(1).get()) return [];

  return tx(db, (t) => {
    const ids = t
      .select({ id: breakingLines.id })
      .from(breakingLines)
      .where(isDue)
      .all()
      .map(({ id }) => id);
    if (ids.length === 0) return [];
    t.update(breakingLines).set({ endedAt: now }).where(inArray(breakingLines.id, ids)).run();
    for (const id of ids)
      appendAudit(t, { actor: theClock, verb: 'end-breaking', subject: `breaking:${id}`, at: now });
    announce(t, { kind: 'settings-changed' }, now);
    return ids;
  });
}

/**
 * Announces the fronts on which a pin has expired, which no commit does. Starts with what expires after the call: a
 * starting edge server has an empty cache.
 */
export function pinReleaser(db: AppDb): (now: Date) => Promise<void> {
  let releasedUpTo: number | undefined;

  return async (now) => {
    const from = releasedUpTo ?? now.getTime();
    releasedUpTo = now.getTime();
    for (const { slug, arrangement } of await liveArrangements(db)) {
      const arranged = arrangementIn(arrangement);
      const hasRunOut = ({ until }: { until: number | null }) =>
        until !== null && until > from && until <= now.getTime();
      if (arranged && pinsIn(arranged).some(hasRunOut))
        await tx(db, (t) => announce(t, frontChanged(slug), now));
    }
  };
}
