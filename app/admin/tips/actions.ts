'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { refusedForm, savedForm, staleForm } from '@/lib/forms/stale-form';
import { asStaff } from '@/lib/people/require-staff';
import { getPictureStore, getWaitingStore } from '@/lib/pictures/picture-store';
import { labelsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { changeTip, type TipChange } from '@/lib/tips/change-tip';
import { deskTip } from '@/lib/tips/desk';
import { eraseTip } from '@/lib/tips/erase-tip';
import { makeStoryOfTip } from '@/lib/tips/make-story-of-tip';

const whichIn = (form: FormData) => ({
  tipId: idIn(textOf(form, 'tipId')) ?? 0,
  basedOn: Number(textOf(form, 'basedOn')) || 0,
});

/** What each button of a tip does. */
const turns: Record<string, Pick<TipChange, 'state' | 'assign'>> = {
  read: { state: 'read' },
  new: { state: 'new' },
  discard: { state: 'discarded' },
  take: { assign: 'me' },
  leave: { assign: 'nobody' },
};

/** A tip's state, whose it is, and its note. */
export async function workOnTip(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('handle-tips', form, async (actor) => {
    const { say } = await readSite();
    const which = whichIn(form);
    const turn = turns[textOf(form, 'do')] ?? {};
    // The note goes with every button: whoever wrote one and then pressed another has lost nothing.
    const outcome = await changeTip(getDb(), actor, { ...which, ...turn, note: textOf(form, 'note') });
    if (outcome.ok) return savedForm(say('tips.saved'), outcome.value.version);

    const values = fieldsIn(form);
    const now = outcome.code === 'stale' ? await deskTip(which.tipId) : null;
    if (now) {
      const { tip } = now;
      return staleForm({
        values,
        stored: { note: tip.note },
        version: tip.version,
        notice: say('tips.stale'),
        storedText: (text) => say('sitePages.theirs', { text }),
      });
    }
    return refusedForm(values, say(`tips.${outcome.code}`), outcome.field);
  });
}

/** A draft of it, and to the draft. */
export async function storyFromTip(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('handle-tips', form, async (actor) => {
    const { say } = await readSite();
    const chosen = form.getAll('pictureId').flatMap((value) => idIn(String(value)) ?? []);
    const shelves = { waiting: getWaitingStore(), library: getPictureStore() };
    const outcome = await makeStoryOfTip(getDb(), shelves, actor, {
      ...whichIn(form),
      pictureIds: chosen,
      section: textOf(form, 'section'),
      // A credit is printed, so it is in the newspaper's language and not in the desk's.
      credit: labelsIn('bn')('tips.credit'),
    });
    if (outcome.ok) redirect(`/admin/stories/${outcome.value.storyId}`);
    return refusedForm(fieldsIn(form), say(`tips.${outcome.code}`), outcome.field);
  });
}

export async function dropTip(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff(
    'erase-tip',
    form,
    async (actor) => {
      const { say } = await readSite();
      const outcome = await eraseTip(getDb(), getWaitingStore(), actor, whichIn(form));
      if (outcome.ok) redirect('/admin/tips?did=erase');
      return refusedForm({}, say(`tips.${outcome.code}`), undefined);
    },
    { needsFreshSignIn: true },
  );
}
