'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, formKeyIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { assignStory } from '@/lib/stories/workflow/assign-story';
import { binStory, restoreStory } from '@/lib/stories/workflow/bin-story';
import { addCorrection } from '@/lib/stories/workflow/publication/add-correction';
import { setUnpublishTime, unpublishStory } from '@/lib/stories/workflow/publication/unpublish-story';
import { remarkOnStory } from '@/lib/stories/workflow/remark-on-story';
import { sendBackStory } from '@/lib/stories/workflow/send-back-story';

/** Every button beside the story that does not touch its text. */
export async function workOnStory(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('write-story', form, async (actor) => {
    const { say } = await readSite();
    const outcome = await carryOut(actor, form);
    // The form is gone with the deed, and what would be said in it: so it is said above.
    const did = outcome.ok && saidAbove[outcome.said];
    if (did) redirect(`/admin/stories/${idIn(textOf(form, 'storyId'))}?did=${did}`);
    if (outcome.ok) return { values: {}, errors: {}, notice: { kind: 'done', text: say(outcome.said) } };

    const text = say(`work.${outcome.code}`);
    const values = fieldsIn(form);
    if (outcome.field) return { values, errors: { [outcome.field]: text } };
    return { values, errors: {}, notice: { kind: 'refused', text } };
  });
}

const saidAbove: { [Said in LabelKey]?: string } = {
  'work.restored': 'unbin',
  'work.wasSentBack': 'send-back',
};

type Code = 'forbidden' | 'not-found' | 'wrong-state' | 'stale' | 'missing' | 'too-long' | 'unknown' | 'past';
type WorkOutcome = { ok: true; said: LabelKey } | { ok: false; code: Code; field?: string };

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
      return said(await assignStory(db, actor, { storyId, assigneeId, dueAt }), 'work.assigned');
    }
    case 'remark':
      return said(await remarkOnStory(db, actor, { storyId, words, formKey }), 'work.remarked');
    case 'send-back':
      return said(await sendBackStory(db, actor, { storyId, basedOn, words }), 'work.wasSentBack');
    case 'correct':
      return said(await addCorrection(db, actor, { storyId, words, formKey }), 'work.corrected');
    case 'unpublish-at': {
      const at = timeIn(textOf(form, 'unpublishAt'));
      return said(await setUnpublishTime(db, actor, { storyId, at }), 'work.unpublishSet');
    }
    case 'unpublish':
      return said(await unpublishStory(db, actor, { storyId, basedOn }), 'work.unpublished');
    case 'bin':
      return said(await binStory(db, actor, { storyId }), 'work.binned');
    case 'restore':
      return said(await restoreStory(db, actor, { storyId }), 'work.restored');
    default:
      return { ok: false, code: 'unknown' };
  }
}

function said(
  outcome: { ok: true } | { ok: false; code: Code; field?: string },
  sentence: LabelKey,
): WorkOutcome {
  return outcome.ok ? { ok: true, said: sentence } : outcome;
}

/** Nothing typed is null; what is no time of Dhaka is an invalid date, which the command refuses at its field. */
function timeIn(text: string): Date | null {
  return text.trim() === '' ? null : (dhakaTimeIn(text) ?? new Date(Number.NaN));
}
