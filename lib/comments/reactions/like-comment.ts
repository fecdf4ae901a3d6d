import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { commentLikes, comments, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { done, type Result, refused } from '@/lib/result';
import type { CommentSignals } from '../posting/signals';
import { isRateLimited } from './rate-limit';

/** In an hour, from one network, for one comment: a campus or an operator's gateway, not a script that drops cookies. */
const MOST_FOR_ONE = 20;
/** And for all comments together. */
const MOST_FOR_ALL = 600;

/**
 * A device likes a comment, or no longer does. One like a device and comment: the primary key says so, and the count
 * is written with it. A device is a cookie, and whoever throws it away is another one: so a network has a limit too.
 */
export async function likeComment(
  db: Db,
  { storyId, commentId, signals }: { storyId: number; commentId: number; signals: CommentSignals },
  now = new Date(),
): Promise<Result<{ likes: number; isLiked: boolean }, 'unknown-comment' | 'too-many'>> {
  const { device = '' } = signals;
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
    // One's own like can always be taken back.
    if (takenBack === 0 && isPumped(t, commentId, signals, now)) return refused('too-many');
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

function isPumped(t: Tx, commentId: number, { network, isLocal }: CommentSignals, now: Date): boolean {
  if (network === '' || isLocal) return false;
  const isTooMuch = (what: string, most: number) => isRateLimited(t, { what, who: network, most }, now);
  return isTooMuch(`like-${commentId}`, MOST_FOR_ONE) || isTooMuch('like', MOST_FOR_ALL);
}
