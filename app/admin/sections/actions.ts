'use server';

import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { parseNumber } from '@/lib/forms/read-number';
import { layoutNamed } from '@/lib/fronts/arrangement/layouts';
import { asStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { oneOf, taxonomyFormState } from '@/lib/taxonomy/form-answer';
import { saveSection as save } from '@/lib/taxonomy/save-section';
import { suggestSlug } from '@/lib/taxonomy/suggest-slug';

export async function saveSection(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const name = textOf(form, 'name');
    // It stays for good, so it is shown before it is made.
    if (idIn(textOf(form, 'id')) === null && textOf(form, 'slug').trim() === '') {
      const slug = suggestSlug(getDb(), { name, nameEn: textOf(form, 'nameEn') });
      if (slug !== '')
        return { values: { ...fieldsIn(form), slug }, errors: { slug: say('taxonomy.slugSuggested') } };
    }
    const outcome = await save(getDb(), actor, {
      id: idIn(textOf(form, 'id')),
      basedOn: Number(textOf(form, 'basedOn')) || 0,
      slug: textOf(form, 'slug').trim(),
      name,
      nameEn: textOf(form, 'nameEn'),
      position: parseNumber(textOf(form, 'position')) ?? 0,
      parentId: idIn(textOf(form, 'parentId')),
      layout: layoutNamed(textOf(form, 'layout')) ?? '',
      menu: oneOf(['bar', 'more', 'none'], textOf(form, 'menu')),
      strictness: oneOf(['usual', 'lenient', 'strict'], textOf(form, 'strictness')),
      commentsDays: parseNumber(textOf(form, 'commentsDays')),
    });
    return taxonomyFormState(outcome, form, say, say('taxonomy.saved', { name: name.trim() }));
  });
}
