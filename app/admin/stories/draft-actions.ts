import { getDb } from '@/db/client';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { StaffMember } from '@/lib/people/actor';
import { readSite } from '@/lib/site/reading';
import { deleteDrafts, parseDraftRefs } from '@/lib/stories/versions/drafts/delete-drafts';
import { recoverableDrafts } from '@/lib/stories/versions/drafts/recoverable-drafts';
import { saveDiscardedDraft } from '@/lib/stories/versions/drafts/save-discarded-draft';

/** The buttons beside unsaved text that is offered back: to take it into the form, or to leave it. Null for others. */
export async function answerAboutDrafts(
  form: FormData,
  actor: StaffMember,
  storyId: number,
): Promise<StoryFormState | null> {
  const [, choice, tab] = /^(take|leave):([a-z0-9]{8,40})$/.exec(textOf(form, 'do')) ?? [];
  if (!choice) return null;
  const { say } = await readSite();
  const db = getDb();
  const draft = (await recoverableDrafts(db, actor, storyId)).find((one) => one.tab === tab);
  if (!draft) {
    return {
      values: fieldsIn(form),
      errors: {},
      notice: { kind: 'refused', text: say('versions.offerGone') },
    };
  }
  if (choice === 'leave') {
    await deleteDrafts(db, actor, { storyId, drafts: [draft] });
    return { values: fieldsIn(form), errors: {}, notice: { kind: 'done', text: say('versions.left') } };
  }
  // What stood in the form goes nowhere: it is the next to be offered.
  await saveDiscardedDraft(db, actor, { storyId, form });
  return {
    values: { ...draft.values, drafts: `${draft.tab}.${draft.stroke}`, formKey: textOf(form, 'formKey') },
    errors: {},
    notice: { kind: 'done', text: say('versions.taken') },
    basedOn: draft.basedOn,
    taken: `${draft.tab}.${draft.stroke}`,
  };
}

/** After a save: the drafts it was made of are in the story now. */
export async function dropSaved(form: FormData, actor: StaffMember, storyId: number): Promise<void> {
  await deleteDrafts(getDb(), actor, {
    storyId,
    drafts: parseDraftRefs(textOf(form, 'drafts').slice(0, 2000)),
  });
}
