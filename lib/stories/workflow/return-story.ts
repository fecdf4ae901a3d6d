import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { Result } from '@/lib/result';
import { type MoveRefusal, moveStory, type StoryAt } from './move-story';

/** Returns a story to draft: a filed one to its reporter, a scheduled one from the schedule. */
export async function returnStory(
  db: Db,
  actor: Actor,
  which: StoryAt,
  now = new Date(),
): Promise<Result<{ version: number }, MoveRefusal>> {
  return moveStory(
    db,
    actor,
    which,
    {
      verb: 'return-story',
      from: ['filed', 'scheduled'],
      to: 'draft',
      isAllowed: () => may(actor, 'publish-story'),
      change: () => ({ scheduledAt: null }),
    },
    now,
  );
}
