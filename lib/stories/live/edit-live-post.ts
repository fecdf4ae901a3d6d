import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { livePosts } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { type LivePostFault, type LivePostFields, livePostColumns } from './live-post-fields';
import { type LiveRefusal, liveStoryFor, settleLive } from './live-story';

export interface LivePostAt {
  storyId: number;
  postId: number;
  /** The version that was displayed. */
  basedOn: number;
}

export type EditLivePostRefusal = LiveRefusal | LivePostFault | 'gone' | 'stale';

/** Edits a post, also after the coverage has ended. Its time stays; the page shows that it was edited. */
export async function editLivePost(
  db: Db,
  actor: Actor,
  { storyId, postId, basedOn, ...input }: LivePostFields & LivePostAt,
  now = new Date(),
): Promise<Result<{ version: number }, EditLivePostRefusal>> {
  return tx(db, (t) => {
    const story = liveStoryFor(t, actor, storyId);
    if (!story.ok) return story;
    const isThis = and(eq(livePosts.id, postId), eq(livePosts.storyId, storyId), isNull(livePosts.removedAt));
    const post = t.select().from(livePosts).where(isThis).get();
    if (!post) return refused('gone');
    const columns = livePostColumns(t, input);
    if (!columns.ok) return columns;
    const { headline, body, pictureId, isKey, isPinned } = columns.value;
    const isSameText = post.headline === headline && post.body === body && post.pictureId === pictureId;
    if (isSameText && post.isKey === isKey && post.isPinned === isPinned)
      return done({ version: post.version });
    if (post.version !== basedOn) return refused('stale');

    const version = basedOn + 1;
    // Pinning a post or marking it as a key event does not count as an edit.
    const editedAt = isSameText ? post.editedAt : now;
    t.update(livePosts)
      .set({ ...columns.value, editedAt, version })
      .where(isThis)
      .run();
    appendAudit(t, {
      actor,
      verb: 'edit-live-post',
      subject: `story:${storyId}`,
      before: {
        post: postId,
        headline: post.headline,
        body: post.body,
        isKey: post.isKey,
        isPinned: post.isPinned,
      },
      after: { post: postId, headline, body, isKey, isPinned },
      at: now,
    });
    settleLive(t, story.value, now);
    return done({ version });
  });
}
