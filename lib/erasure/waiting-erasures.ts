import type { ReadDb } from '@/db/client';
import { hinderedJobs } from '@/db/queries/operations/erasures';
import { LOG_IN_USE } from './finish-erasures';
import { COMPACTION, ERASURE } from './queue-erasure';

export interface WaitingErasures {
  /** Erasures that cannot be finished while another program reads an older state of the database. */
  heldByReader: number;
  /** Why compaction failed for another reason, such as a full disk; else null. */
  compactionError: string | null;
}

/** What keeps erasures from being complete; null if nothing does. */
export async function waitingErasures(db: ReadDb): Promise<WaitingErasures | null> {
  const erasures = await hinderedJobs(db, ERASURE);
  const compactions = await hinderedJobs(db, COMPACTION);
  const failed = compactions.find(({ error }) => error !== LOG_IN_USE);
  const heldByReader = erasures.length + compactions.filter(({ error }) => error === LOG_IN_USE).length;
  if (heldByReader === 0 && !failed) return null;
  return { heldByReader, compactionError: failed?.error ?? null };
}
