'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { textOf } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import { createStory } from '@/lib/stories/create-story';
import { typedStory } from '@/lib/stories/typed-story';
import { answerTo, writerOrRefusal } from '../answer';

export async function beginStory(_: StoryFormState, form: FormData): Promise<StoryFormState> {
  const who = await writerOrRefusal(form);
  if (!who.ok) return who.refusal;
  const fields = typedStory(form);

  const begun = await createStory(getDb(), who.actor, {
    ...fields,
    formKey: textOf(form, 'formKey').slice(0, 60),
  });
  if (!begun.ok) return answerTo(begun, form, { fields, goesToReaders: false });

  redirect(`/admin/stories/${begun.value.storyId}?did=create`);
}
