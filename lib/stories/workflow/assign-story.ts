import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staff, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { storyById } from '../story-row';

export type AssignRefusal = 'forbidden' | 'not-found' | 'unknown' | 'stale';

/**
 * Assigns a story, with an optional deadline. This is not part of the text, so the version stays and nobody who is
 * writing gets a conflict. `seen`: the assignee that was displayed; if it has changed meanwhile, the story is not
 * reassigned.
 */
export async function assignStory(
  db: Db,
  actor: Actor,
  {
    storyId,
    assigneeId,
    dueAt,
    seen,
  }: { storyId: number; assigneeId: number | null; dueAt: Date | null; seen?: number | null },
  now = new Date(),
): Promise<Result<void, AssignRefusal>> {
  if (!may(actor, 'edit-any-story')) return refused('forbidden');
  if (dueAt && Number.isNaN(dueAt.getTime())) return refused('unknown', 'dueAt');

  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (seen !== undefined && story.assigneeId !== seen) return refused('stale');
    const assignee =
      assigneeId === null ? null : t.select().from(staff).where(eq(staff.id, assigneeId)).get();
    if (assignee === undefined || assignee?.disabledAt) return refused('unknown', 'assigneeId');

    const before = { assigneeId: story.assigneeId, dueAt: story.dueAt };
    t.update(stories).set({ assigneeId, dueAt }).where(eq(stories.id, storyId)).run();
    const after = { assigneeId, dueAt };
    appendAudit(t, { actor, verb: 'assign-story', subject: `story:${storyId}`, before, after, at: now });
    return done();
  });
}
