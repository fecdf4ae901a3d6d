import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { livePosts } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import type { LivePostAt } from './edit-live-post';
import { type LiveRefusal, liveStoryFor, settleLive } from './live-story';

export type RemoveLivePostRefusal = LiveRefusal | 'gone' | 'stale';

/** Removes a post from the page. Its text stays in the database and in the audit; a second click finds it removed. */
export async function removeLivePost(
  db: Db,
  actor: Actor,
  { storyId, postId, basedOn }: LivePostAt,
  now = new Date(),
): Promise<Result<void, RemoveLivePostRefusal>> {
  return tx(db, (t) => {
    const story = liveStoryFor(t, actor, storyId);
    if (!story.ok) return story;
    const isThis = and(eq(livePosts.id, postId), eq(livePosts.storyId, storyId));
    const post = t.select().from(livePosts).where(isThis).get();
    if (!post) return refused('gone');
    if (post.removedAt) return done();
    // Whoever removes it must have seen its current version.
    if (post.version !== basedOn) return refused('stale');

    t.update(livePosts)
      .set({ removedAt: now, version: basedOn + 1 })
      .where(isThis)
      .run();
    appendAudit(t, {
      actor,
      verb: 'remove-live-post',
      subject: `story:${storyId}`,
      before: { post: postId, headline: post.headline, body: post.body },
      at: now,
    });
    settleLive(t, story.value, now);
    return done();
  });
}
