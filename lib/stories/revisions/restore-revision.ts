import type { Db } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import { refused } from '@/lib/result';
import { editStory } from '../edit-story';
import { fieldsAt } from './compare-revisions';

/** What the story once said, as a new version of it: what it says until then is a revision too, or a former version. */
export async function restoreRevision(
  db: Db,
  actor: Actor,
  { storyId, number, basedOn }: { storyId: number; number: number; basedOn: number },
  now = new Date(),
): ReturnType<typeof editStory> {
  const fields = await fieldsAt(db, storyId, number);
  if (!fields) return refused('not-found');
  return editStory(db, actor, { ...fields, storyId, basedOn, as: 'restore' }, now);
}
