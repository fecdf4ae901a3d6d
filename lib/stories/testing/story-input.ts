import { emptyFields, type StoryFields } from '../fields/catalogue';

/** A story's form as মিতু filled it in; a test names only the fields that it is about. */
export function storyInput(fields: Partial<StoryFields> = {}): StoryFields {
  return {
    ...emptyFields,
    section: 'national',
    headline: 'সেতুর টোলের হিসাব প্রকাশ হবে',
    body: 'আগামী মাস থেকে হিসাব মিলবে।',
    ...fields,
  };
}
