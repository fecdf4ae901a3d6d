import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commentLikes, comments, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/pages/announce';
import { done, type Result, refused } from '@/lib/result';

/**
 * A device likes a comment, or no longer does. One like a device and comment: the primary key says so, and the count
 * is written with it. `device`: a keyed hash.
 */
export async function likeComment(
  db: Db,
  { storyId, commentId, device }: { storyId: number; commentId: number; device: string },
  now = new Date(),
): Promise<Result<{ likes: number; isLiked: boolean }, 'unknown-comment'>> {
  return tx(db, (t) => {
    const comment = t
      .select({ id: comments.id, state: comments.state, likes: comments.likes, story: stories.state })
      .from(comments)
      .innerJoin(stories, eq(stories.id, comments.storyId))
      .where(and(eq(comments.id, commentId), eq(comments.storyId, storyId)))
      .get();
    if (comment?.state !== 'visible' || comment.story !== 'published') return refused('unknown-comment');

    const mine = and(eq(commentLikes.commentId, commentId), eq(commentLikes.device, device));
    const takenBack = t.delete(commentLikes).where(mine).run().changes;
    if (takenBack === 0) t.insert(commentLikes).values({ commentId, device, at: now }).run();
    const { likes } = t
      .update(comments)
      .set({ likes: sql`${comments.likes} + ${takenBack === 0 ? 1 : -1}` })
      .where(eq(comments.id, commentId))
      .returning({ likes: comments.likes })
      .get();
    announce(t, { kind: 'discussion-changed', storyId }, now);
    return done({ likes, isLiked: takenBack === 0 });
  });
}
