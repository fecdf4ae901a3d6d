import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { done, type Result } from '@/lib/result';
import { reindexAndAnnounce, visibilityOf } from '../workflow/reindex-and-announce';
import { type LiveRefusal, liveStoryFor } from './live-story';

/** Ends the coverage: readers are told, pages stop polling for posts, cards lose their live mark. */
export async function endLive(
  db: Db,
  actor: Actor,
  { storyId }: { storyId: number },
  now = new Date(),
): Promise<Result<void, LiveRefusal>> {
  return turn(db, actor, storyId, 'end-live', now);
}

/** Resumes the coverage. */
export async function resumeLive(
  db: Db,
  actor: Actor,
  { storyId }: { storyId: number },
  now = new Date(),
): Promise<Result<void, LiveRefusal>> {
  return turn(db, actor, storyId, 'resume-live', now);
}

function turn(
  db: Db,
  actor: Actor,
  storyId: number,
  verb: 'end-live' | 'resume-live',
  now: Date,
): Promise<Result<void, LiveRefusal>> {
  return tx(db, (t): Result<void, LiveRefusal> => {
    const story = liveStoryFor(t, actor, storyId);
    if (!story.ok) return story;
    const isEnded = story.value.liveEndedAt !== null;
    if (isEnded === (verb === 'end-live')) return done();

    const before = visibilityOf(t, storyId);
    const liveEndedAt = verb === 'end-live' ? now : null;
    t.update(stories).set({ liveEndedAt }).where(eq(stories.id, storyId)).run();
    appendAudit(t, { actor, verb, subject: `story:${storyId}`, at: now });
    reindexAndAnnounce(t, storyId, before, now);
    if (story.value.state === 'published') announce(t, { kind: 'live-changed', storyId }, now);
    return done();
  });
}
