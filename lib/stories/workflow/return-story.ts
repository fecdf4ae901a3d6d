import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { Result } from '@/lib/result';
import { type MoveRefusal, moveStory, type StoryAt } from './move-story';

/** Back to a draft: a filed story to its reporter, a scheduled one out of the clock's hands. */
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
