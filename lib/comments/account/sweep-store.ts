import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Connection } from '@/db/client';
import { jobs } from '@/db/schema';
import { tx } from '@/db/tx';
import { wipeStore } from '@/db/wipe-apart';
import { emptyOutboxOf } from '@/lib/mail/outbox';

export const SWEEP = 'sweep';
const MINUTE = 60_000;

/**
 * Wipes what the erased have left behind: their letters in the outbox, and their bytes in the store's file and log.
 * Resolves with how many were due. What could not be done is done at a later call; all who wait are one wiping.
 */
export async function sweepStore(db: Connection, outbox: string, now = new Date()): Promise<number> {
  const isDue = and(eq(jobs.kind, SWEEP), isNull(jobs.doneAt), lte(jobs.runAt, now));
  const due = db.select().from(jobs).where(isDue).all();
  if (due.length === 0) return 0;
  for (const { payload } of due) emptyOutboxOf(outbox, (payload as { commenterId: number }).commenterId);

  const isClean = await wipeStore(db);
  const ids = due.map(({ id }) => id);
  await tx(db, (t) =>
    t
      .update(jobs)
      .set(isClean ? { doneAt: now } : { runAt: new Date(now.getTime() + MINUTE) })
      .where(inArray(jobs.id, ids))
      .run(),
  );
  return due.length;
}
