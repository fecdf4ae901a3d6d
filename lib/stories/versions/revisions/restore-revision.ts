import type { AppDb } from '@/db/client';
import type { Actor } from '@/lib/people/actor';
import { refused } from '@/lib/result';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { fieldsAt } from './compare-revisions';

/**
 * Restores an earlier revision as a new version; the current text becomes a revision or a snapshot. A draft without a
 * section does not clear the current one.
 */
export async function restoreRevision(
  db: AppDb,
  actor: Actor,
  { storyId, number, basedOn }: { storyId: number; number: number; basedOn: number },
  now = new Date(),
): ReturnType<typeof editStory> {
  const fields = await fieldsAt(db, storyId, number);
  if (!fields) return refused('not-found');
  const section = fields.section || ((await fieldsAt(db, storyId, 'now'))?.section ?? '');
  return editStory(db, actor, { ...fields, section, storyId, basedOn, as: 'restore' }, now);
}
