import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { type Result, refused } from '@/lib/result';
import { type MoveRefusal, moveStory, type StoryAt } from '../move-story';

export type ScheduleRefusal = MoveRefusal | 'not-ahead';

/** Schedules a story, or changes its time. */
export async function scheduleStory(
  db: Db,
  actor: Actor,
  { at, ...which }: StoryAt & { at: Date | null },
  now = new Date(),
): Promise<Result<{ version: number }, ScheduleRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  if (!at || Number.isNaN(at.getTime())) return refused('missing', 'scheduledAt');
  if (at.getTime() <= now.getTime()) return refused('not-ahead', 'scheduledAt');

  return moveStory(
    db,
    actor,
    which,
    {
      verb: 'schedule-story',
      from: ['draft', 'filed', 'scheduled'],
      to: 'scheduled',
      isAllowed: () => true,
      change: () => ({ scheduledAt: at }),
      mustBeFinished: true,
      mustHaveHeadline: true,
    },
    now,
  );
}
