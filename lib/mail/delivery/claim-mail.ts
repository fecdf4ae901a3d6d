import { and, asc, desc, eq, gte, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { AppDb, Db, Tx } from '@/db/client';
import { jobs } from '@/db/schema';
import { tx } from '@/db/tx';
import { DIGEST_EVERY_MS, MAIL_JOB, type MailOrder } from '../queue/queue-mail';

const MINUTE = 60_000;
/** Longer than a delivery may take, so that a letter whose sender died is sent again, and no other is. */
export const LOCK_MS = 5 * MINUTE;
/** Minutes until the next attempt. A mail server that greylists lets the second or third pass. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720] as const;
/** A day and a bit after the first one. */
export const MOST_ATTEMPTS = PAUSES.length + 1;

export interface ClaimedMail {
  id: number;
  order: MailOrder;
  attempts: number;
  /** The claim itself: whoever comes with another one is too late. */
  lockedUntil: Date;
  createdAt: Date;
}

/** `trouble`: a mail server's code or a word for what failed, never an address. */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'needless' }
  | { kind: 'bounced' | 'failed'; trouble: string };

export type MailSettlement = 'done' | 'again' | 'given-up' | 'too-late';

/** In `jobs.error` of a letter that had nothing to say any more when its time came. */
const NEEDLESS = 'needless';

/** The letter that waits longest, for this process alone until its lock ends; null if none is due. */
export async function claimMail(db: AppDb, now: Date): Promise<ClaimedMail | null> {
  const isDue = and(
    isNull(jobs.doneAt),
    eq(jobs.kind, MAIL_JOB),
    lte(jobs.runAt, now),
    or(isNull(jobs.lockedUntil), lte(jobs.lockedUntil, now)),
  );
  // A look without the write lock first: most of the time there is nothing.
  if (!db.select({ id: jobs.id }).from(jobs).where(isDue).limit(1).get()) return null;

  return tx(db, (t) => {
    const job = nextOf(t, isDue);
    if (!job) return null;
    const lockedUntil = new Date(now.getTime() + LOCK_MS);
    const attempts = job.attempts + 1;
    t.update(jobs).set({ lockedUntil, attempts }).where(eq(jobs.id, job.id)).run();
    return { id: job.id, order: job.payload as MailOrder, attempts, lockedUntil, createdAt: job.createdAt };
  });
}

/** The first that may go now; a digest whose thread had one within the hour is put off till then. */
function nextOf(t: Tx, isDue: ReturnType<typeof and>) {
  for (;;) {
    const job = t.select().from(jobs).where(isDue).orderBy(asc(jobs.runAt), asc(jobs.id)).limit(1).get();
    const order = job?.payload as MailOrder | undefined;
    if (!job || order?.letter !== 'replies') return job;
    const free = digestsFreeFrom(t, order.subscriptionId);
    if (free <= job.runAt) return job;
    t.update(jobs).set({ runAt: free }).where(eq(jobs.id, job.id)).run();
  }
}

/** When the next digest of a subscription may go: an hour after the last that was sent. */
function digestsFreeFrom(t: Tx, subscriptionId: number): Date {
  const last = t
    .select({ at: jobs.doneAt })
    .from(jobs)
    .where(
      and(
        gte(jobs.dedupeKey, `replies:${subscriptionId}:`),
        lt(jobs.dedupeKey, `replies:${subscriptionId};`),
        isNotNull(jobs.doneAt),
        eq(jobs.error, ''),
      ),
    )
    .orderBy(desc(jobs.doneAt))
    .limit(1)
    .get();
  return new Date(last?.at ? last.at.getTime() + DIGEST_EVERY_MS : 0);
}

/**
 * What became of it. A failure is tried again after a growing pause, and given up after the eighth. Nothing is
 * changed if the lock has ended and another process has the letter now, or if the letter was taken back.
 */
export async function settleMail(
  db: Db,
  claim: ClaimedMail,
  delivery: Delivery,
  now: Date,
): Promise<MailSettlement> {
  const pause = PAUSES[claim.attempts - 1];
  const isTriedAgain = delivery.kind === 'failed' && pause !== undefined;
  const error = errorOf(delivery);
  return tx(db, (t) => {
    const { changes } = t
      .update(jobs)
      .set(
        isTriedAgain
          ? { lockedUntil: null, error, runAt: new Date(now.getTime() + pause * MINUTE) }
          : { lockedUntil: null, error, doneAt: now },
      )
      .where(
        and(
          eq(jobs.id, claim.id),
          eq(jobs.lockedUntil, claim.lockedUntil),
          isNull(jobs.doneAt),
          sql`${jobs.attempts} = ${claim.attempts}`,
        ),
      )
      .run();
    if (changes === 0) return 'too-late';
    if (isTriedAgain) return 'again';
    return delivery.kind === 'failed' ? 'given-up' : 'done';
  });
}

function errorOf(delivery: Delivery): string {
  if (delivery.kind === 'needless') return NEEDLESS;
  return 'trouble' in delivery ? delivery.trouble.slice(0, 100) : '';
}
