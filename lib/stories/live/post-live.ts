import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { livePosts } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { answerOnce } from '@/lib/idempotency/idempotency-key';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { type LivePostFault, type LivePostFields, livePostColumns } from './live-post-fields';
import { type LiveRefusal, liveStoryFor, settleLive } from './live-story';

/** The same text by the same member within this time is a second click, from whichever form. */
const TWICE_WITHIN_MS = 60_000;

export type PostLiveRefusal = LiveRefusal | LivePostFault | 'ended';

/** Adds a post to a live story. */
export async function postLive(
  db: Db,
  actor: Actor,
  { storyId, formKey, ...input }: LivePostFields & { storyId: number; formKey?: string },
  now = new Date(),
): Promise<Result<{ postId: number }, PostLiveRefusal>> {
  const content = { post: input, storyId };
  return tx(db, (t) =>
    answerOnce(t, { actor, formKey, content: content }, now, () => {
      const story = liveStoryFor(t, actor, storyId);
      if (!story.ok) return story;
      if (story.value.liveEndedAt) return refused('ended');
      const columns = livePostColumns(t, input);
      if (!columns.ok) return columns;

      const staffId = actor.kind === 'staff' ? actor.id : null;
      const { headline, body } = columns.value;
      const [last] = t
        .select()
        .from(livePosts)
        .where(
          and(
            eq(livePosts.storyId, storyId),
            isNull(livePosts.removedAt),
            gte(livePosts.at, new Date(now.getTime() - TWICE_WITHIN_MS)),
          ),
        )
        .orderBy(desc(livePosts.at), desc(livePosts.id))
        .limit(1)
        .all();
      if (last && last.staffId === staffId && last.headline === headline && last.body === body)
        return done({ postId: last.id });

      const { id } = t
        .insert(livePosts)
        .values({ storyId, ...columns.value, staffId, at: now })
        .returning({ id: livePosts.id })
        .get();
      appendAudit(t, {
        actor,
        verb: 'post-live',
        subject: `story:${storyId}`,
        after: { post: id, headline, characters: body.length },
        at: now,
      });
      settleLive(t, story.value, now);
      return done({ postId: id });
    }),
  );
}
