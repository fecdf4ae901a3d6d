import { and, desc, eq, gte, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { commenters, comments, jobs, subscriptions } from '@/db/schema';
import { DIGEST_EVERY_MS, MAIL_JOB, type MailOrder, queueMail } from './queue-mail';

/** A lively thread in one hour; what is more is told as a number. */
const MOST_IN_A_DIGEST = 100;

/**
 * A comment has become visible to all: whoever asked to be told of this thread is owed a letter, at most one an hour
 * and thread. What comes before that letter leaves goes into it.
 */
export function queueReplyNotice(t: Tx, commentId: number, now: Date): void {
  const reply = t.select().from(comments).where(eq(comments.id, commentId)).get();
  if (reply?.state !== 'visible' || reply.rootId === null) return;
  const listeners = t
    .select({ id: subscriptions.id, commenterId: subscriptions.commenterId })
    .from(subscriptions)
    .innerJoin(commenters, eq(commenters.id, subscriptions.commenterId))
    .where(
      and(
        eq(subscriptions.rootId, reply.rootId),
        eq(subscriptions.kind, 'replies'),
        isNotNull(subscriptions.confirmedAt),
        isNull(subscriptions.endedAt),
        ne(subscriptions.commenterId, reply.commenterId),
        isNull(commenters.erasedAt),
      ),
    )
    .all();
  for (const listener of listeners) addToDigest(t, listener, commentId, now);
}

function addToDigest(t: Tx, to: { id: number; commenterId: number }, commentId: number, now: Date): void {
  const prefix = `replies:${to.id}:`;
  const digests = t
    .select()
    .from(jobs)
    // `;` follows `:` in ASCII, so this is one seek in the index of dedupe keys.
    .where(and(gte(jobs.dedupeKey, prefix), lt(jobs.dedupeKey, `replies:${to.id};`), eq(jobs.kind, MAIL_JOB)))
    .orderBy(desc(jobs.id))
    .limit(50)
    .all();
  const mentioned = digests.flatMap(({ payload }) => repliesIn(payload));
  if (mentioned.includes(commentId)) return;

  const waiting = digests.find(({ doneAt, lockedUntil }) => !doneAt && (!lockedUntil || lockedUntil <= now));
  if (waiting) {
    const replies = repliesIn(waiting.payload);
    if (replies.length >= MOST_IN_A_DIGEST) return;
    t.update(jobs)
      .set({ payload: sql`json_insert(${jobs.payload}, '$.replies[#]', ${commentId})` })
      .where(eq(jobs.id, waiting.id))
      .run();
    return;
  }
  // One that is on its way counts as sent from the moment it was due.
  const last = Math.max(0, ...digests.map(({ doneAt, runAt }) => (doneAt ?? runAt).getTime()));
  const runAt = new Date(Math.max(now.getTime(), last + DIGEST_EVERY_MS));
  const order: MailOrder = {
    letter: 'replies',
    commenterId: to.commenterId,
    subscriptionId: to.id,
    replies: [commentId],
  };
  queueMail(t, order, { dedupeKey: `${prefix}${commentId}`, runAt }, now);
}

function repliesIn(payload: unknown): number[] {
  return (payload as Extract<MailOrder, { letter: 'replies' }>).replies;
}
