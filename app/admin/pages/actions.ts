'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { refusedForm, savedForm, staleForm } from '@/lib/forms/stale-form';
import { asStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { deletePage } from '@/lib/site/static-pages/delete-page';
import { deskPage } from '@/lib/site/static-pages/desk';
import { pageMenus } from '@/lib/site/static-pages/page-fields';
import { savePage as save } from '@/lib/site/static-pages/save-page';

/** A new page, or another text for one. A new one's form leads on to its own address. */
export async function savePage(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const id = idIn(textOf(form, 'id'));
    const outcome = await save(getDb(), actor, {
      id,
      basedOn: Number(textOf(form, 'basedOn')) || 0,
      slug: textOf(form, 'slug'),
      title: textOf(form, 'title'),
      body: textOf(form, 'body'),
      menu: pageMenus.find((menu) => menu === textOf(form, 'menu')) ?? 'none',
    });
    if (outcome.ok) {
      if (id === null) redirect(`/admin/pages/${outcome.value.id}?did=add`);
      return savedForm(say('sitePages.saved'), outcome.value.version);
    }
    const values = fieldsIn(form);
    const stored = outcome.code === 'stale' && id !== null ? await deskPage(id) : null;
    if (stored) {
      return staleForm({
        values,
        stored: { title: stored.title, body: stored.body },
        version: stored.version,
        notice: say('sitePages.stale'),
        storedText: (text) => say('sitePages.theirs', { text }),
      });
    }
    return refusedForm(values, say(`sitePages.${outcome.code}`), outcome.field);
  });
}

export async function dropPage(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const which = { id: idIn(textOf(form, 'id')) ?? 0, basedOn: Number(textOf(form, 'basedOn')) || 0 };
    const outcome = await deletePage(getDb(), actor, which);
    if (outcome.ok) redirect('/admin/pages?did=delete');
    return refusedForm({}, say(`sitePages.${outcome.code}`), undefined);
  });
}
