import { and, eq, isNull, lte, min } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { jobs } from '@/db/schema';

/** Since when the job of this kind that waits longest could have been done; null if none is due. */
export function oldestDueJob(db: ReadDb, kind: string, now: Date): Date | null {
  const isDue = and(isNull(jobs.doneAt), eq(jobs.kind, kind), lte(jobs.runAt, now));
  const oldest = db
    .select({ at: min(jobs.runAt) })
    .from(jobs)
    .where(isDue)
    .get();
  return oldest?.at ?? null;
}
