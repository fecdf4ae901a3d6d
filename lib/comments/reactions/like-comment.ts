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
/** Of one network's anonymous likes for one comment so many count: whoever throws the cookie away gains no more. */
export const ANONYMOUS_COUNTED = 3;
/** A device is anonymous until its cookie is so old: readers come back, a script does not wait for each like. */
const ANONYMOUS_MS = 24 * 3_600_000;

/**
 * A device likes a comment, or no longer does. One like a device and comment: the primary key says so, and the count
 * is written with it. A device is a cookie, and whoever throws it away is another one: so a network has a limit too, and
 * of its likes by new devices only the first few are counted. Their senders are not told.
 */
export async function likeComment(
  db: Db,
  { storyId, commentId, signals }: { storyId: number; commentId: number; signals: CommentSignals },
  now = new Date(),
): Promise<Result<{ likes: number; isLiked: boolean }, 'unknown-comment' | 'too-many'>> {
  const { device = '', network } = signals;
  return tx(db, (t) => {
    const comment = t
      .select({ id: comments.id, state: comments.state, likes: comments.likes, story: stories.state })
      .from(comments)
      .innerJoin(stories, eq(stories.id, comments.storyId))
      .where(and(eq(comments.id, commentId), eq(comments.storyId, storyId)))
      .get();
    if (comment?.state !== 'visible' || comment.story !== 'published') return refused('unknown-comment');

    const mine = and(eq(commentLikes.commentId, commentId), eq(commentLikes.device, device));
    const takenBack = t.delete(commentLikes).where(mine).returning().get();
    // One's own like can always be taken back.
    if (!takenBack && isPumped(t, commentId, signals, now)) return refused('too-many');
    const isAnonymous = isNewDevice(t, signals, now);
    const isCounted = takenBack?.isCounted ?? (!isAnonymous || isAmongFirst(t, commentId, network));
    if (!takenBack)
      t.insert(commentLikes).values({ commentId, device, network, isAnonymous, isCounted, at: now }).run();
    const step = takenBack ? -1 : 1;
    const { likes } = t
      .update(comments)
      .set({ likes: sql`${comments.likes} + ${isCounted ? step : 0}` })
      .where(eq(comments.id, commentId))
      .returning({ likes: comments.likes })
      .get();
    if (isCounted) announce(t, { kind: 'discussion-changed', storyId }, now);
    return done({ likes, isLiked: !takenBack });
  });
}

/** A device that has written what stands is nobody new, whatever the age of its cookie. */
function isNewDevice(t: Tx, { device = '', deviceMadeAt = null }: CommentSignals, now: Date): boolean {
  if (deviceMadeAt !== null && now.getTime() - deviceMadeAt.getTime() >= ANONYMOUS_MS) return false;
  const written = t
    .select({ id: comments.id })
    .from(comments)
    .where(and(sql`${comments.device} <> ''`, eq(comments.device, device), eq(comments.state, 'visible')))
    .limit(1)
    .get();
  return written === undefined;
}

function isAmongFirst(t: Tx, commentId: number, network: string): boolean {
  const counted = t
    .select({ device: commentLikes.device })
    .from(commentLikes)
    .where(
      and(
        eq(commentLikes.commentId, commentId),
        eq(commentLikes.network, network),
        eq(commentLikes.isAnonymous, true),
        eq(commentLikes.isCounted, true),
      ),
    )
    .limit(ANONYMOUS_COUNTED)
    .all();
  return counted.length < ANONYMOUS_COUNTED;
}

function isPumped(t: Tx, commentId: number, { network, isLocal }: CommentSignals, now: Date): boolean {
  if (network === '' || isLocal) return false;
  const isTooMuch = (what: string, most: number) => isRateLimited(t, { what, who: network, most }, now);
  return isTooMuch(`like-${commentId}`, MOST_FOR_ONE) || isTooMuch('like', MOST_FOR_ALL);
}
