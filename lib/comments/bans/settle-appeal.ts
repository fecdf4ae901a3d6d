import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bans, commenters, comments } from '@/db/schema';
import { queueMail } from '@/lib/mail/queue/queue-mail';

/**
 * Writes down that an appeal is answered, and owes the letter about it to whoever wrote the comment that led to the
 * ban, if that address is proven. Not for a network: there the one who appealed may be a neighbour.
 */
export function settleAppeal(
  t: Tx,
  { id, kind, commentId }: typeof bans.$inferSelect,
  { words, staffId }: { words: string; staffId: number | null },
  now: Date,
): void {
  t.update(bans).set({ answer: words, answeredAt: now, answeredBy: staffId }).where(eq(bans.id, id)).run();
  if (kind === 'network' || commentId === null) return;
  const writer = t
    .select({ id: commenters.id })
    .from(comments)
    .innerJoin(commenters, eq(commenters.id, comments.commenterId))
    .where(
      and(
        eq(comments.id, commentId),
        isNotNull(commenters.verifiedAt),
        isNull(commenters.erasedAt),
        isNull(commenters.staffId),
      ),
    )
    .get();
  if (!writer) return;
  const order = { letter: 'appeal', commenterId: writer.id, banId: id } as const;
  queueMail(t, order, { dedupeKey: `appeal:${id}`, runAt: now }, now);
}
