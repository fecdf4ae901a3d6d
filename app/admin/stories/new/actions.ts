'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { fieldsIn, formKeyIn } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import { unlessDiskFull } from '@/lib/people/require-staff';
import { parseStoryForm } from '@/lib/stories/fields/story-form';
import { createStory } from '@/lib/stories/workflow/create-story';
import { withWorkingTitle } from '@/lib/stories/workflow/working-title';
import { storyPageAfter } from '../[storyId]/story-notices';
import { answerTo, isScripted, writerOrRefusal } from '../answer';
import { answerAboutDrafts, dropSaved } from '../draft-actions';
import { takeSentMedia } from '../media-actions';

export async function beginStory(_: StoryFormState, form: FormData): Promise<StoryFormState> {
  return unlessDiskFull(form, () => begin(form));
}

async function begin(form: FormData): Promise<StoryFormState> {
  const who = await writerOrRefusal(form);
  if (!who.ok) return who.refusal;
  const aboutDrafts = await answerAboutDrafts(form, who.actor, 0);
  if (aboutDrafts) return aboutDrafts;
  const aboutMedia = await takeSentMedia(form, who.actor);
  if (aboutMedia) return aboutMedia;
  const entered = parseStoryForm(form);
  const fields = withWorkingTitle(entered);

  const created = await createStory(getDb(), who.actor, {
    ...fields,
    isWorkingTitle: fields !== entered,
    formKey: formKeyIn(form),
  });
  if (!created.ok) return answerTo(created, form, { fields, goesToReaders: false });

  await dropSaved(form, who.actor, 0);
  if (await isScripted()) return { values: fieldsIn(form), errors: {}, created: created.value };
  redirect(storyPageAfter('create', created.value.storyId));
}
