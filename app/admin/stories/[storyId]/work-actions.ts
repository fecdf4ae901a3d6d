'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, formKeyIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import { done, type Result, refused } from '@/lib/result';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { type AssignRefusal, assignStory } from '@/lib/stories/workflow/assign-story';
import { type BinRefusal, binStory, restoreStory } from '@/lib/stories/workflow/bin-story';
import { addCorrection, type CorrectionRefusal } from '@/lib/stories/workflow/publication/add-correction';
import {
  setUnpublishTime,
  type UnpublishRefusal,
  type UnpublishTimeRefusal,
  unpublishStory,
} from '@/lib/stories/workflow/publication/unpublish-story';
import { type RemarkRefusal, remarkOnStory } from '@/lib/stories/workflow/remark-on-story';
import { type SendBackRefusal, sendBackStory } from '@/lib/stories/workflow/send-back-story';
import { type StoryNotice, storyPageAfter } from './story-notices';

/** Every button beside the story that does not touch its text. */
export async function workOnStory(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('write-story', form, async (actor) => {
    const { say } = await readSite();
    const outcome = await carryOut(actor, form);
    const did = outcome.ok && pageNotices[outcome.value];
    if (did) redirect(storyPageAfter(did, idIn(textOf(form, 'storyId')) ?? 0));
    if (outcome.ok) return { values: {}, errors: {}, notice: { kind: 'done', text: say(outcome.value) } };

    const text = say(`work.${outcome.code}`);
    const values = fieldsIn(form);
    if (outcome.field) return { values, errors: { [outcome.field]: text } };
    return { values, errors: {}, notice: { kind: 'refused', text } };
  });
}

/** Where the form is gone after its button: the notice of the page instead of a sentence in the form. */
const pageNotices: { readonly [Sentence in LabelKey]?: StoryNotice } = {
  'work.restored': 'unbin',
  'work.wasSentBack': 'send-back',
};

type WorkRefusal =
  | AssignRefusal
  | RemarkRefusal
  | SendBackRefusal
  | CorrectionRefusal
  | UnpublishTimeRefusal
  | UnpublishRefusal
  | BinRefusal;
/** The sentence in the form that was sent. */
type WorkOutcome = Result<LabelKey, WorkRefusal>;

async function carryOut(actor: StaffMember, form: FormData): Promise<WorkOutcome> {
  const db = getDb();
  const storyId = idIn(textOf(form, 'storyId')) ?? 0;
  const basedOn = idIn(textOf(form, 'basedOn')) ?? 0;
  const words = textOf(form, 'words');
  const formKey = formKeyIn(form);
  switch (textOf(form, 'do')) {
    case 'assign': {
      const assigneeId = idIn(textOf(form, 'assigneeId'));
      const dueAt = timeIn(textOf(form, 'dueAt'));
      return sentenceFor(await assignStory(db, actor, { storyId, assigneeId, dueAt }), 'work.assigned');
    }
    case 'remark':
      return sentenceFor(await remarkOnStory(db, actor, { storyId, words, formKey }), 'work.remarked');
    case 'send-back':
      return sentenceFor(await sendBackStory(db, actor, { storyId, basedOn, words }), 'work.wasSentBack');
    case 'correct':
      return sentenceFor(await addCorrection(db, actor, { storyId, words, formKey }), 'work.corrected');
    case 'unpublish-at': {
      const at = timeIn(textOf(form, 'unpublishAt'));
      return sentenceFor(await setUnpublishTime(db, actor, { storyId, at }), 'work.unpublishSet');
    }
    case 'unpublish':
      return sentenceFor(await unpublishStory(db, actor, { storyId, basedOn }), 'work.unpublished');
    case 'bin':
      return sentenceFor(await binStory(db, actor, { storyId }), 'work.binned');
    case 'restore':
      return sentenceFor(await restoreStory(db, actor, { storyId }), 'work.restored');
    default:
      return refused('unknown');
  }
}

function sentenceFor(outcome: Result<unknown, WorkRefusal>, sentence: LabelKey): WorkOutcome {
  return outcome.ok ? done(sentence) : outcome;
}

/** An empty field is null; what is no time of Dhaka is an invalid date, which the command refuses at its field. */
function timeIn(text: string): Date | null {
  return text.trim() === '' ? null : (dhakaTimeIn(text) ?? new Date(Number.NaN));
}
