'use server';

import { getDb } from '@/db/client';
import { undoDecisions } from '@/lib/comments/desk/undo-decisions';
import type { FormState } from '@/lib/forms/form-state';
import { idIn, textOf } from '@/lib/forms/read-form';
import { asStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';

/** Takes one decision back, however long ago it was. */
export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('moderate', form, async (actor) => {
    const { say } = await readSite();
    const actionId = idIn(textOf(form, 'undo')) ?? 0;
    const outcome = await undoDecisions(getDb(), actor, { actionId });
    if (!outcome.ok) return saying('refused', say('moderation.nothingToUndo'));
    const count = outcome.value.restored.length;
    if (count === 0) return saying('refused', say('moderation.mineNow'));
    return saying('done', say('moderation.didUndo', { count }));
  });
}

function saying(kind: 'done' | 'refused', text: string): FormState {
  return { values: {}, errors: {}, notice: { kind, text } };
}
