import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { type Result, refused } from '@/lib/result';
import { storyLimits } from '@/lib/stories/fields/check-fields';
import { isLonger, oneLine } from '@/lib/stories/fields/tidy-text';
import { type MoveRefusal, moveStory, type StoryAt } from '../move-story';

/** Retracts a published story. Its address stays and explains why in `note`. */
export async function retractStory(
  db: Db,
  actor: Actor,
  { note, ...which }: StoryAt & { note: string },
  now = new Date(),
): Promise<Result<{ version: number }, MoveRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  const retractionNote = oneLine(note);
  if (retractionNote === '') return refused('missing', 'retractionNote');
  if (isLonger(retractionNote, storyLimits.retractionNote)) return refused('too-long', 'retractionNote');

  return moveStory(
    db,
    actor,
    which,
    {
      verb: 'retract-story',
      from: ['published'],
      to: 'retracted',
      isAllowed: () => true,
      change: () => ({ retractedAt: now, retractionNote }),
    },
    now,
  );
}
