import { dhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import type { Tx } from '@/db/client';
import { jobs } from '@/db/schema';

/** The kind of the job as it is stored; rows of older versions have it too. */
export const ERASURE = 'sweep';
export const COMPACTION = 'compact-database';

/** The hour of the night with the fewest writers: 03:30 in Dhaka. */
const COMPACT_AT_MS = 3.5 * 3_600_000;
const DAY_MS = 86_400_000;

export interface ErasurePayload {
  /** Whose mail in the outbox goes as well; 0: nobody's. */
  commenterId: number;
}

export interface CompactionPayload {
  /** The file has been written anew, and only the log has still to be truncated. */
  isVacuumed: boolean;
}

/**
 * Records, in the transaction that empties the rows, that their bytes have still to leave the log and the outbox
 * (`finish-erasures.ts`), and then, in a large database at night, the unused parts of the file's
 * pages (`compact-after-erasure.ts`). `subject` is
 * unique to what is erased.
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
    // One for all erasures of a day; asked for while it runs, it runs once more.
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
