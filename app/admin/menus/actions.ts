'use server';

import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, formKeyIn, idIn, textOf } from '@/lib/forms/read-form';
import { refusedForm, savedForm, staleForm } from '@/lib/forms/stale-form';
import { asStaff } from '@/lib/people/require-staff';
import { deleteMenuItem } from '@/lib/site/menus/delete-menu-item';
import { deskMenus } from '@/lib/site/menus/desk';
import { menuNames } from '@/lib/site/menus/menu-fields';
import { moveMenuLine } from '@/lib/site/menus/move-menu-line';
import { saveMenuItem } from '@/lib/site/menus/save-menu-item';
import { readSite } from '@/lib/site/reading';

const menuIn = (form: FormData) => menuNames.find((name) => name === textOf(form, 'menu')) ?? 'footer';

/** A line of a menu: its words and where it leads; or out with it. */
export async function saveMenuLine(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const id = idIn(textOf(form, 'id'));
    const basedOn = Number(textOf(form, 'basedOn')) || 0;
    if (textOf(form, 'do') === 'delete') {
      const gone = await deleteMenuItem(getDb(), actor, { id: id ?? 0, basedOn });
      return gone.ok
        ? savedForm(say('menus.deleted'))
        : refusedForm(fieldsIn(form), say(`sitePages.${gone.code}`), undefined);
    }
    const label = textOf(form, 'label');
    const outcome = await saveMenuItem(getDb(), actor, {
      id,
      basedOn,
      formKey: formKeyIn(form),
      menu: menuIn(form),
      label,
      href: textOf(form, 'href'),
      site: env().SITE_URL,
    });
    if (outcome.ok) {
      const text = say('menus.saved', { name: label.trim() });
      return savedForm(text, id === null ? undefined : outcome.value.version);
    }
    const values = fieldsIn(form);
    const { code, field } = outcome;
    const { edited } = code === 'stale' ? await deskMenus(id) : { edited: null };
    if (edited) {
      return staleForm({
        values,
        stored: { label: edited.label, href: edited.href },
        version: edited.version,
        notice: say('sitePages.stale'),
        storedText: (text) => say('sitePages.theirs', { text }),
      });
    }
    const isCommon = code === 'forbidden' || code === 'not-found' || code === 'stale';
    return refusedForm(values, say(isCommon ? `sitePages.${code}` : `menus.${code}`), field);
  });
}

/** One place up or down. */
export async function moveLine(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const [direction = '', line = ''] = textOf(form, 'move').split(' ');
    const outcome = await moveMenuLine(getDb(), actor, {
      menu: menuIn(form),
      line,
      direction: direction === 'up' ? 'up' : 'down',
      order: textOf(form, 'basedOn').split(','),
    });
    if (outcome.ok) return savedForm(say('menus.moved'), outcome.value.order.join());
    const text = say(outcome.code === 'stale' ? 'menus.orderStale' : `sitePages.${outcome.code}`);
    return refusedForm({}, text, undefined);
  });
}
