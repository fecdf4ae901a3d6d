import type { StoryDocument } from '../body/document';
import { documentFromOwnNotation } from '../body/notation/document-notation';
import { emptyFields, type StoryFields } from '../fields/catalogue';

/** `body`: a document, or a text in the notation of the form without JavaScript. */
export type StoryInput = Partial<Omit<StoryFields, 'body'>> & { body?: StoryDocument | string };

/** A story's form as মিতু filled it in; a test names only the fields that it is about. */
export function storyInput({ body = 'আগামী মাস থেকে হিসাব মিলবে।', ...fields }: StoryInput = {}): StoryFields {
  return {
    ...emptyFields,
    section: 'national',
    headline: 'সেতুর টোলের হিসাব প্রকাশ হবে',
    body: typeof body === 'string' ? documentFromOwnNotation(body) : body,
    ...fields,
  };
}
