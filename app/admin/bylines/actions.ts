'use server';

import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { idIn, textOf } from '@/lib/forms/read-form';
import { parseNumber } from '@/lib/forms/read-number';
import { asStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { editByline } from '@/lib/taxonomy/edit-byline';
import { oneOf, taxonomyFormState } from '@/lib/taxonomy/form-answer';

export async function saveByline(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const name = textOf(form, 'name');
    const portrait = parseNumber(textOf(form, 'portraitId'));
    const outcome = await editByline(getDb(), actor, {
      id: idIn(textOf(form, 'id')) ?? 0,
      basedOn: Number(textOf(form, 'basedOn')) || 0,
      name,
      kind: oneOf(['person', 'desk', 'agency'], textOf(form, 'kind')),
      role: textOf(form, 'role'),
      bio: textOf(form, 'bio'),
      // A number that is none is looked up in vain, and so refused at its field.
      portraitId: portrait === null ? null : portrait || -1,
      staffId: idIn(textOf(form, 'staffId')),
    });
    return taxonomyFormState(outcome, form, say, say('taxonomy.saved', { name: name.trim() }));
  });
}
