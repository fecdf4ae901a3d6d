'use server';

import { getDb } from '@/db/client';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import { done, type Result, refused } from '@/lib/result';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { moveView, removeView, renameView } from '@/lib/stories/list/arrange-views';
import { longestViewName, mostViews, saveView, type ViewRefusal } from '@/lib/stories/list/save-view';

/** Keeps the filter that the list has now, or arranges those that are kept. */
export async function arrangeViews(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('write-story', form, async (actor) => {
    const { say } = await readSite();
    const outcome = await carryOut(actor, form, say);
    if (outcome.ok) return { values: {}, errors: {}, notice: { kind: 'done', text: outcome.value } };

    const text = say(`views.${outcome.code}`, { max: longestViewName, most: mostViews });
    const values = fieldsIn(form);
    if (outcome.field) return { values, errors: { [outcome.field]: text } };
    return { values, errors: {}, notice: { kind: 'refused', text } };
  });
}

/** The sentence for what was done. */
type ViewOutcome = Result<string, ViewRefusal>;

async function carryOut(actor: StaffMember, form: FormData, say: Say): Promise<ViewOutcome> {
  const db = getDb();
  const name = textOf(form, 'name');
  const viewId = idIn(textOf(form, 'viewId')) ?? 0;
  switch (textOf(form, 'do')) {
    case 'save': {
      const saved = await saveView(db, actor, { name, query: textOf(form, 'query') });
      return saved.ok ? done(say('views.saved', { name: saved.value.name })) : saved;
    }
    case 'rename': {
      const renamed = await renameView(db, actor, { viewId, name });
      return renamed.ok ? done(say('views.renamed', { name: renamed.value.name })) : renamed;
    }
    case 'up':
    case 'down': {
      const moved = await moveView(db, actor, { viewId, by: textOf(form, 'do') === 'up' ? -1 : 1 });
      return moved.ok ? done(say('views.moved')) : moved;
    }
    case 'remove': {
      const removed = await removeView(db, actor, { viewId });
      return removed.ok ? done(say('views.removed')) : removed;
    }
    default:
      return refused('not-found');
  }
}
