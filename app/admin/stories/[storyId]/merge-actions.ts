import { getDb } from '@/db/client';
import { idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { faultsIn, tidyFields } from '@/lib/stories/fields/check-fields';
import { mergeWithSaved, type SavedMerge } from '@/lib/stories/versions/merge/merge-with-saved';
import { type EditStoryRefusal, editStory, type StoryEdit } from '@/lib/stories/workflow/edit-story';
import { choiceIn } from '../answer';

/** `merged`: what was saved, where that is more than what was sent. */
type SavedEdit = Result<{ version: number; merged?: StoryFields }, EditStoryRefusal>;

/** Two people's texts, merged, for the second to look through before it is saved. */
interface MergeToConfirm {
  merge: SavedMerge;
  isUnsettled: boolean;
}

/**
 * Never overwrites what another has saved: that is merged with what was sent, shown, and saved once it was confirmed.
 * `mergedWith` says which version was confirmed; if there is a newer one, it is merged and shown again.
 */
export async function saveOrMerge(
  actor: StaffMember,
  edit: StoryEdit,
  form: FormData,
): Promise<SavedEdit | MergeToConfirm> {
  const { storyId, basedOn, ...typed } = edit;
  const confirmed = idIn(textOf(form, 'mergedWith'));
  // A body that cannot be read has no words to merge: it would count as all taken out.
  const [fault] = faultsIn(tidyFields(typed));
  if (fault) return refused(fault.code, fault.field);
  const saved = confirmed === null ? await editStory(getDb(), actor, edit) : refused('stale');
  if (saved.ok || saved.code !== 'stale') return saved;

  const choiceOf = choiceIn(form);
  const mergeNow = () => mergeWithSaved(getDb(), actor, { storyId, basedOn, typed, choiceOf });
  const merged = await mergeNow();
  if (!merged.ok) return merged;
  const merge = merged.value;
  // A new version without a change of the text, as after filing: there is nothing to look through.
  if (merge.isMineAlone) return editStory(getDb(), actor, { ...edit, basedOn: merge.version });
  const isConfirmed = confirmed === merge.version;
  const isUnsettled = isConfirmed && merge.unsettled.length > 0;
  if (!isConfirmed || isUnsettled) return { merge, isUnsettled };

  const mergedEdit = { ...merge.fields, storyId, basedOn: merge.version, as: 'merge' } as const;
  const written = await editStory(getDb(), actor, mergedEdit);
  if (written.ok) return done({ ...written.value, merged: merge.fields });
  if (written.code !== 'stale') return written;
  const again = await mergeNow();
  return again.ok ? { merge: again.value, isUnsettled: false } : again;
}
