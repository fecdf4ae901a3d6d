'use server';

import { getDb } from '@/db/client';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import type { FormState } from '@/lib/forms/form-state';
import type { FrontFormState } from '@/lib/forms/front-form-state';
import { fieldsIn, formKeyIn, idIn, textOf } from '@/lib/forms/read-form';
import { parseNumber } from '@/lib/forms/read-number';
import { runBoardCommand } from '@/lib/fronts/board/run-board-command';
import { addBreaking, maxBreakingWords } from '@/lib/fronts/breaking/add-breaking';
import { endBreaking } from '@/lib/fronts/breaking/end-breaking';
import { moveBreaking } from '@/lib/fronts/breaking/move-breaking';
import { asStaff } from '@/lib/people/require-staff';
import { done, refused } from '@/lib/result';
import { readSite } from '@/lib/site/reading';

/** Whatever a button of the board says; the whole arrangement comes with it. */
export async function arrangeFront(state: FrontFormState, form: FormData): Promise<FrontFormState> {
  const answer = await asStaff<FrontFormState>('curate', form, async (actor) => {
    const { say } = await readSite();
    return runBoardCommand(getDb(), actor, form, say);
  });
  // Where it says nothing of the board, that stays as it was last answered; what was typed stands in it again.
  return { ...(state.board && { board: state.board }), ...answer };
}

export async function addLine(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const storyId = parseNumber(textOf(form, 'storyId'));
    const outcome =
      storyId !== null && !Number.isInteger(storyId)
        ? refused('no-story', 'storyId')
        : await addBreaking(getDb(), actor, {
            words: textOf(form, 'words'),
            storyId,
            until: dhakaTimeIn(textOf(form, 'until')),
            formKey: formKeyIn(form),
          });
    if (outcome.ok)
      return { values: {}, errors: {}, notice: { kind: 'done', text: say('fronts.lineAdded') } };
    const text = say(`fronts.${outcome.code}`, { max: maxBreakingWords });
    const values = fieldsIn(form);
    if (outcome.field) return { values, errors: { [outcome.field]: text } };
    return { values, errors: {}, notice: { kind: 'refused', text } };
  });
}

export async function settleLine(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const [what, number = ''] = textOf(form, 'do').split(' ');
    const id = idIn(number) ?? 0;
    const outcome =
      what === 'end'
        ? await endBreaking(getDb(), actor, id)
        : what === 'up' || what === 'down'
          ? await moveBreaking(getDb(), actor, { id, by: what === 'up' ? -1 : 1 })
          : done();
    const notice = outcome.ok
      ? ({ kind: 'done', text: say(what === 'end' ? 'fronts.lineEnded' : 'fronts.lineMoved') } as const)
      : ({ kind: 'refused', text: say(`fronts.${outcome.code}`) } as const);
    return { values: {}, errors: {}, notice };
  });
}
