import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

/**
 * Closes a story's discussion, or opens it again, from the queue. The story's version counts up with it: an editor
 * whose form is older is told, and does not open by saving what a moderator has just closed.
 */
export async function openOrCloseDiscussion(
  db: Db,
  actor: Actor,
  { storyId, to }: { storyId: number; to: 'open' | 'closed' },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'unknown-story'>> {
  if (!may(actor, 'moderate')) return refused('forbidden');

  return tx(db, (t) => {
    const story = t.select().from(stories).where(eq(stories.id, storyId)).get();
    if (story?.state !== 'published') return refused('unknown-story');
    if (story.comments === to) return done();

    t.update(stories)
      .set({ comments: to, version: story.version + 1 })
      .where(eq(stories.id, storyId))
      .run();
    appendAudit(t, {
      actor,
      verb: to === 'closed' ? 'close-discussion' : 'open-discussion',
      subject: `story:${storyId}`,
      before: { comments: story.comments },
      after: { comments: to },
      at: now,
    });
    announce(t, { kind: 'discussion-changed', storyId }, now);
    return done();
  });
}
