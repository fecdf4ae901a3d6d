'use server';

import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { idIn, textOf } from '@/lib/forms/read-form';
import { asStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { editTopic } from '@/lib/taxonomy/edit-topic';
import { taxonomyFormState } from '@/lib/taxonomy/form-answer';
import { mergeTopics } from '@/lib/taxonomy/merge-topics';

export async function saveTopic(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const name = textOf(form, 'name');
    const outcome = await editTopic(getDb(), actor, {
      id: idIn(textOf(form, 'id')) ?? 0,
      basedOn: Number(textOf(form, 'basedOn')) || 0,
      name,
      description: textOf(form, 'description'),
    });
    return taxonomyFormState(outcome, form, say, say('taxonomy.saved', { name: name.trim() }));
  });
}

export async function joinTopics(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('curate', form, async (actor) => {
    const { say } = await readSite();
    const outcome = await mergeTopics(getDb(), actor, {
      from: idIn(textOf(form, 'id')) ?? 0,
      into: textOf(form, 'into'),
    });
    const sentence = outcome.ok
      ? say('taxonomy.merged', { count: outcome.value.stories, name: outcome.value.name })
      : '';
    return taxonomyFormState(outcome, form, say, sentence);
  });
}
