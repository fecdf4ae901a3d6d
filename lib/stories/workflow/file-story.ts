import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import type { Result } from '@/lib/result';
import { mayEdit } from '../may-edit';
import { type MoveRefusal, moveStory, type StoryAt } from './move-story';

/** Files a reporter's story. From then on the editors own it. */
export async function fileStory(
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
      verb: 'file-story',
      from: ['draft'],
      to: 'filed',
      // Whoever filed it may click twice, although they may no longer edit the story.
      isAllowed: (story) => mayEdit(actor, story.state === 'filed' ? { ...story, state: 'draft' } : story),
      mustBeFinished: true,
    },
    now,
  );
}
