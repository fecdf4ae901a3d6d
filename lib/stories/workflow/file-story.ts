import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import type { Result } from '@/lib/result';
import { mayEdit } from '../may-edit';
import { type MoveRefusal, moveStory, type StoryAt } from './move-story';

/** A reporter hands the story to the editors. From then on it is theirs. */
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
      // Who filed it may click twice, though the story is no longer theirs to edit.
      isAllowed: (story) => mayEdit(actor, story.state === 'filed' ? { ...story, state: 'draft' } : story),
      mustBeFinished: true,
    },
    now,
  );
}
