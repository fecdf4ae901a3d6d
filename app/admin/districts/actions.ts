'use server';

import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { textOf } from '@/lib/forms/read-form';
import { asStaff } from '@/lib/people/require-staff';
import { renamePlace } from '@/lib/places/rename-place';
import { readSite } from '@/lib/site/reading';
import { taxonomyFormState } from '@/lib/taxonomy/form-answer';

export async function savePlace(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const name = textOf(form, 'name');
    const outcome = await renamePlace(getDb(), actor, {
      code: textOf(form, 'code'),
      basedOn: textOf(form, 'basedOn'),
      name,
    });
    return taxonomyFormState(outcome, form, say, say('taxonomy.saved', { name: name.trim() }));
  });
}
