import { z } from 'zod';
import { type StoryForm, storyForms } from '@/db/schema';
import { textOf } from '@/lib/forms/read-form';
import { done } from '@/lib/result';
import type { StoryField } from '../field';

/** The form of the story: report, opinion, live and so on. */
export const form: StoryField<StoryForm> = {
  label: 'editor.form',
  empty: 'report',
  parse: (sent) => storyForms.find((known) => known === textOf(sent, 'form')) ?? 'report',
  formValue: (value) => value,
  tidy: (value) => value,
  faults: () => [],
  read: (_, row) => row.form,
  columns: (_, value) => done({ form: value }),
  merge: 'value',
  importShape: z.enum(storyForms).default('report'),
};
