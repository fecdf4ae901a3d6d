import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { commenters, jobs, subscriptions } from '@/db/schema';
import { MAIL_JOB, queueMail } from '@/lib/mail/queue/queue-mail';

const HOUR = 3_600_000;
/** Whoever types a stranger's address again and again fills that mailbox no further. */
const MOST_A_DAY = 3;

/** What the boxes on the comment form say, each use of the address apart. */
export interface Consents {
  /** Tell me of replies. */
  replies: boolean;
  /** Send me the morning letter. */
  newsletter: boolean;
}

interface Consented {
  commenterId: number;
  comment: { id: number; rootId: number | null; state: string };
  /** The address is proven on the device that asks. */
  isProven: boolean;
  consents: Consents;
}

/**
 * Keeps what was consented to, with its time, inside the transaction that keeps the comment. Nothing is sent for it
 * before the address is proven: a letter that asks is queued, unless the address is proven on this very device. Consent
 * to the same thing twice is one.
 */
export function recordConsents(
  t: Tx,
  { commenterId, comment, isProven, consents }: Consented,
  now: Date,
): void {
  const commenter = t.select().from(commenters).where(eq(commenters.id, commenterId)).get();
  // What is spam asks for letters to strangers; a member of staff has the desk.
  if (!commenter || commenter.staffId !== null || comment.state === 'spam' || comment.state === 'hidden')
    return;
  const rootId = comment.rootId ?? comment.id;
  const values = { commenterId, consentedAt: now, confirmedAt: isProven ? now : null };
  if (consents.replies) subscribe(t, { ...values, kind: 'replies', rootId });
  if (consents.newsletter) subscribe(t, { ...values, kind: 'letter', rootId: null });
  if (isProven || !hasUnconfirmed(t, commenterId)) return;
  if (consents.replies || consents.newsletter) askToConfirm(t, commenterId, comment.id, now);
}

/** Once: what stands already is left as it is, or confirmed if it was not. */
export function subscribe(t: Tx, wanted: typeof subscriptions.$inferInsert): { isConfirmed: boolean } {
  const { commenterId, kind, rootId, confirmedAt } = wanted;
  const subscription = t
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.commenterId, commenterId),
        eq(subscriptions.kind, kind),
        sql`${subscriptions.rootId} is ${rootId ?? null}`,
        isNull(subscriptions.endedAt),
      ),
    )
    .get();
  if (!subscription) t.insert(subscriptions).values(wanted).run();
  else if (!subscription.confirmedAt && confirmedAt)
    t.update(subscriptions).set({ confirmedAt }).where(eq(subscriptions.id, subscription.id)).run();
  return { isConfirmed: Boolean(subscription?.confirmedAt ?? confirmedAt) };
}

function hasUnconfirmed(t: Tx, commenterId: number): boolean {
  const open = t
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.commenterId, commenterId),
        isNull(subscriptions.confirmedAt),
        isNull(subscriptions.endedAt),
      ),
    )
    .get();
  return open !== undefined;
}

/** One letter an hour: it lists all that is to be confirmed when it leaves. `commentId` null: asked without a comment. */
export function askToConfirm(t: Tx, commenterId: number, commentId: number | null, now: Date): void {
  const prefix = `confirm:${commenterId}:`;
  const lately = t
    .select({ dedupeKey: jobs.dedupeKey, doneAt: jobs.doneAt })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, MAIL_JOB),
        gte(jobs.dedupeKey, prefix),
        // `;` follows `:` in ASCII.
        lt(jobs.dedupeKey, `confirm:${commenterId};`),
        gte(jobs.createdAt, new Date(now.getTime() - 24 * HOUR)),
      ),
    )
    .all();
  if (lately.some(({ doneAt }) => doneAt === null) || lately.length >= MOST_A_DAY) return;
  const last = Math.max(0, ...lately.map(({ doneAt }) => doneAt?.getTime() ?? 0));
  const runAt = new Date(Math.max(now.getTime(), last === 0 ? 0 : last + HOUR));
  const order = { letter: 'confirm', commenterId, commentId } as const;
  queueMail(t, order, { dedupeKey: `${prefix}${commentId ?? `letter-${now.getTime()}`}`, runAt }, now);
}
