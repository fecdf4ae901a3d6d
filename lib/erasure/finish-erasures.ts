import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { truncateLog } from '@/db/checkpoint';
import type { AppDb } from '@/db/client';
import { jobs } from '@/db/schema';
import { tx } from '@/db/tx';
import { emptyOutboxOf } from '@/lib/mail/delivery/outbox';
import { ERASURE, type ErasurePayload } from './queue-erasure';

/** Why an erasure waits, as stored in `jobs.error`. */
export const LOG_IN_USE = 'log-in-use';

/**
 * Removes the erased data from the outbox and the database's log. An erasure whose bytes are still in the log,
 * because another connection reads an older state, stays recorded as waiting and is finished by a later call.
 */
export async function finishErasures(
  db: AppDb,
  outbox: string,
  now = new Date(),
): Promise<{ finished: number; waiting: number }> {
  const open = db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, ERASURE), isNull(jobs.doneAt)))
    .all();
  if (open.length === 0) return { finished: 0, waiting: 0 };
  for (const { payload } of open) emptyOutboxOf(outbox, (payload as ErasurePayload).commenterId);

  const isTruncated = await truncateLog(db);
  const ids = open.map(({ id }) => id);
  await tx(db, (t) =>
    t
      .update(jobs)
      .set(
        isTruncated ? { doneAt: now, error: '' } : { error: LOG_IN_USE, attempts: sql`${jobs.attempts} + 1` },
      )
      .where(inArray(jobs.id, ids))
      .run(),
  );
  return isTruncated ? { finished: ids.length, waiting: 0 } : { finished: 0, waiting: ids.length };
}
