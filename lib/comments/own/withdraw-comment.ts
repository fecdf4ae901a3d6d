import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenters, comments } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { done, type Result, refused } from '@/lib/result';
import { isOwn, type Owner } from './own-comment';

export type WithdrawRefusal = 'not-yours' | 'gone';

/**
 * Its writer takes a comment back, at any time, from the device that wrote it or by the mailed link. Answers stay in
 * place. Done twice, it is done. What the desk has taken down stays the desk's.
 */
export async function withdrawComment(
  db: Db,
  { commentId, owner }: { commentId: number; owner: Owner },
  now = new Date(),
): Promise<Result<{ storyId: number }, WithdrawRefusal>> {
  return tx(db, (t) => {
    const comment = t.select().from(comments).where(eq(comments.id, commentId)).get();
    const commenter =
      comment && t.select().from(commenters).where(eq(commenters.id, comment.commenterId)).get();
    if (!comment || !commenter || !isOwn(comment, commenter, owner)) return refused('not-yours');
    if (comment.state === 'withdrawn') return done({ storyId: comment.storyId });
    if (comment.state === 'hidden' || comment.state === 'spam') return refused('gone');

    t.update(comments)
      .set({ state: 'withdrawn', pickedAt: null, version: comment.version + 1 })
      .where(eq(comments.id, commentId))
      .run();
    if (comment.state === 'visible') {
      t.update(commenters)
        .set({ approved: sql`max(${commenters.approved} - 1, 0)` })
        .where(eq(commenters.id, commenter.id))
        .run();
    }
    appendAudit(t, {
      actor: { kind: 'commenter', id: commenter.id, name: comment.name },
      verb: 'withdraw-comment',
      subject: `comment:${commentId}`,
      before: { state: comment.state },
      after: { state: 'withdrawn' },
      at: now,
    });
    if (comment.state === 'visible')
      announce(t, { kind: 'discussion-changed', storyId: comment.storyId }, now);
    return done({ storyId: comment.storyId });
  });
}
