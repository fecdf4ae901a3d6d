import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { jobs } from '@/db/schema';

/**
 * A letter that is owed, as it lies in `jobs`: by whom, never to which address. What it says is read when it is
 * sent, so that nothing that was hidden, ended or erased meanwhile goes out.
 */
export type MailOrder =
  /** Proves an address; `commentId`: what was just written with it, null where the letter was asked for by itself. */
  | { letter: 'confirm'; commenterId: number; commentId: number | null }
  /** The way to the commenter's own page. */
  | { letter: 'account'; commenterId: number }
  /** A comment came with this address from a device that is new to it: the link makes that device the writer's own. */
  | { letter: 'device'; commenterId: number; commentId: number }
  /** `replies`: the comments to tell of, oldest first. */
  | { letter: 'replies'; commenterId: number; subscriptionId: number; replies: number[] }
  /** The newsroom has answered an appeal of a ban. */
  | { letter: 'appeal'; commenterId: number; banId: number }
  /** `day`: Dhaka's, as in `2026-11-24`. */
  | { letter: 'morning'; commenterId: number; subscriptionId: number; day: string };

export const MAIL_JOB = 'letter';
/** At most one digest an hour, thread and commenter. */
export const DIGEST_EVERY_MS = 3_600_000;

/** Inside the transaction that promises it. False: it is promised already. */
export function queueMail(
  t: Tx,
  order: MailOrder,
  { dedupeKey, runAt }: { dedupeKey: string; runAt: Date },
  now: Date,
): boolean {
  const { changes } = t
    .insert(jobs)
    .values({ kind: MAIL_JOB, payload: order, dedupeKey, runAt, createdAt: now })
    .onConflictDoNothing()
    .run();
  return changes > 0;
}

/** Takes back every letter to a commenter, sent or not. */
export function dropMailTo(t: Tx, commenterId: number): void {
  t.delete(jobs)
    .where(and(eq(jobs.kind, MAIL_JOB), sql`${jobs.payload} ->> '$.commenterId' = ${commenterId}`))
    .run();
}
