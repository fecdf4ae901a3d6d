import type { AppDb, Tx } from '@/db/client';
import { draftsOf } from '@/db/queries/stories/story-work';
import type { storyDrafts } from '@/db/schema';
import { tx } from '@/db/tx';
import { isDiskFull } from '@/lib/forms/disk-full';
import type { StaffMember } from '@/lib/people/actor';
import { emptyFields } from '@/lib/stories/fields/catalogue';
import { tidyFields } from '@/lib/stories/fields/check-fields';
import { fieldsOf } from '@/lib/stories/fields/store-fields';
import { openFormValues, parseStoryForm } from '@/lib/stories/fields/story-form';
import { storyById } from '@/lib/stories/story-row';
import { type Difference, differencesOfMine } from '../merge/field-differences';
import { bodyInWords, cutBody } from '../merge/merge-body';
import { mergeStory } from '../merge/merge-story';
import { snapshotFields } from '../version-snapshots';
import { type DraftRef, deleteDrafts } from './delete-drafts';

/** An unsaved text of the member that differs from the story. */
export interface RecoverableDraft extends DraftRef {
  basedOn: number;
  savedAt: Date;
  /** The form's fields as they were entered. */
  values: Record<string, string>;
  /** Where it differs from the saved story. */
  differences: Difference[];
}

/**
 * What a member typed into the story's form and did not save, newest first; 0 for new stories. A draft that the story
 * already contains is deleted on the way, such as one saved from another tab or autosaved after the save.
 */
export async function recoverableDrafts(
  db: AppDb,
  member: StaffMember,
  storyId: number,
): Promise<RecoverableDraft[]> {
  const drafts = await draftsOf(db, member.id, storyId);
  if (drafts.length === 0) return [];
  const compared = await tx(db, (t) => drafts.map((draft) => recoverableDraftOf(t, draft)));
  const [open, saved] = [
    compared.filter((offer) => offer.differences.length > 0),
    compared.filter(isInStory),
  ];
  await deleteDrafts(db, member, { storyId, drafts: saved }).catch((error) => {
    // On a full disk it is deleted another day; the page is displayed all the same.
    if (!isDiskFull(error)) throw error;
  });
  return open;
}

function isInStory(offer: RecoverableDraft): boolean {
  return offer.differences.length === 0;
}

function recoverableDraftOf(t: Tx, draft: typeof storyDrafts.$inferSelect): RecoverableDraft {
  const { storyId, tab, stroke, basedOn, savedAt } = draft;
  const values = draft.fields as Record<string, string>;
  const entered = tidyFields(parseStoryForm(formOf(values)));
  const story = storyId === 0 ? undefined : storyById(t, storyId);
  const now = story ? fieldsOf(t, story) : emptyFields;
  const base = !story || story.version === basedOn ? now : snapshotFields(t, storyId, basedOn);
  const differences = differencesOfMine(mergeStory(base, entered, now).differing);
  if (typeof entered.body === 'string') {
    // The body cannot be saved, for example because it exceeds every limit; it is shown so that it can be copied.
    const before = bodyInWords(cutBody(now.body));
    const words = { field: 'body' as const, before, after: values.body || wordsIn(values.bodyDoc ?? '') };
    const others = differences.filter(({ field }) => field !== 'body');
    return { tab, stroke, basedOn, savedAt, values, differences: [...others, words] };
  }
  return {
    ...{ tab, stroke, basedOn, savedAt },
    values: { ...openFormValues(entered), ...values, bodyDoc: openFormValues(entered).bodyDoc },
    differences,
  };
}

/** All text in a document that cannot be parsed as one; for invalid JSON, the raw value. */
function wordsIn(json: string): string {
  const words: string[] = [];
  try {
    JSON.parse(json, (name, value) => {
      if (name === 'text' && typeof value === 'string') words.push(value);
    });
    return words.join('\n');
  } catch {
    return json;
  }
}

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
