import { dhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import type { Tx } from '@/db/client';
import { jobs } from '@/db/schema';

/** The kind of the job as stored; older versions use it too. */
export const ERASURE = 'sweep';
export const COMPACTION = 'compact-database';

/** The hour of the night with the fewest writes: 03:30 in Dhaka. */
const COMPACT_AT_MS = 3.5 * 3_600_000;
const DAY_MS = 86_400_000;

export interface ErasurePayload {
  /** Whose mail in the outbox is deleted as well; 0: none. */
  commenterId: number;
}

export interface CompactionPayload {
  /** The file has been compacted, and only the log has still to be truncated. */
  isVacuumed: boolean;
}

/**
 * Records, in the transaction that clears the rows, that their bytes must still be removed from the log and the
 * outbox (`finish-erasures.ts`), and then, in a large database at night, from unused parts of the file
 * (`compact-after-erasure.ts`). `subject` identifies what is erased.
 */
export function queueErasure(t: Tx, subject: string, payload: ErasurePayload, now: Date): void {
  t.insert(jobs)
    .values({ kind: ERASURE, payload, dedupeKey: `${ERASURE}:${subject}`, runAt: now, createdAt: now })
    .onConflictDoNothing()
    .run();
  const runAt = nextQuietHour(now);
  const isVacuumed: CompactionPayload = { isVacuumed: false };
  t.insert(jobs)
    .values({
      kind: COMPACTION,
      payload: isVacuumed,
      dedupeKey: `${COMPACTION}:${dhakaDay(runAt)}`,
      runAt,
      createdAt: now,
    })
    // One for all erasures of a day; a request while it runs makes it run once more.
    .onConflictDoUpdate({
      target: jobs.dedupeKey,
      set: { payload: isVacuumed, doneAt: null, error: '', createdAt: now },
    })
    .run();
}

function nextQuietHour(now: Date): Date {
  const today = startOfDhakaDay(dhakaDay(now)).getTime() + COMPACT_AT_MS;
  return new Date(today > now.getTime() ? today : today + DAY_MS);
}
