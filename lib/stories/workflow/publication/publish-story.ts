import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { Result } from '@/lib/result';
import { type MoveRefusal, moveStory, type StoryAt } from '../move-story';

/** Publishes it now. */
export async function publishStory(
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
      verb: 'publish-story',
      from: ['draft', 'filed', 'scheduled'],
      to: 'published',
      isAllowed: () => may(actor, 'publish-story'),
      change: (story) => ({
        publishedAt: now,
        firstPublishedAt: story.firstPublishedAt ?? now,
        scheduledAt: null,
      }),
      mustBeFinished: true,
      mustHaveHeadline: true,
    },
    now,
  );
}
