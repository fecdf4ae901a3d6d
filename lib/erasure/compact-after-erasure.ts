import { and, eq, isNull, lte } from 'drizzle-orm';
import { truncateLog } from '@/db/checkpoint';
import type { Connection } from '@/db/client';
import { databaseBytes, vacuumDatabase } from '@/db/maintenance/vacuum';
import { jobs } from '@/db/schema';
import { tx } from '@/db/tx';
import { LOG_IN_USE } from './finish-erasures';
import { COMPACTION, type CompactionPayload } from './queue-erasure';

/**
 * A smaller database is compacted at once. VACUUM holds the write lock for about 10 ms per megabyte (8 ms of CPU), so
 * for half a second here; other writers wait up to 5 s for the lock, which leaves a margin for a busy machine.
 */
const AT_ONCE_BELOW_BYTES = 50_000_000;

/**
 * Compacts the database file after an erasure, at once or at night, so that no moved copy of an erased row is left in
 * the unused part of a page. A failure is recorded with its reason, thrown, and retried at a later call.
 */
export async function compactAfterErasure(
  db: Connection,
  now = new Date(),
  { atOnceBelowBytes = AT_ONCE_BELOW_BYTES } = {},
): Promise<void> {
  const isDue = databaseBytes(db) < atOnceBelowBytes ? undefined : lte(jobs.runAt, now);
  const job = db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, COMPACTION), isNull(jobs.doneAt), isDue))
    .get();
  if (!job) return;
  let { isVacuumed } = job.payload as CompactionPayload;
  // Another erasure recorded meanwhile has set it again: that one is not finished.
  const isSame = and(eq(jobs.id, job.id), eq(jobs.createdAt, job.createdAt));
  const record = (change: Partial<typeof jobs.$inferInsert>) =>
    tx(db, (t) => t.update(jobs).set(change).where(isSame).run());
  try {
    // First, or the log would grow by the whole file while a reader holds it open.
    if (!(await truncateLog(db))) throw new Error(LOG_IN_USE);
    if (!isVacuumed) {
      await vacuumDatabase(db);
      isVacuumed = true;
      if (!(await truncateLog(db))) throw new Error(LOG_IN_USE);
    }
  } catch (error) {
    await record({ error: (error as Error).message, payload: { isVacuumed }, attempts: job.attempts + 1 });
    throw error;
  }
  await record({ doneAt: now, error: '' });
}
