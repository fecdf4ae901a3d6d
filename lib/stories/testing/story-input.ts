import { type StoryFields, unsaid } from '../fields/story-fields';

/** A story's form as মিতু filled it in; a test names only the fields that it is about. */
export function typedStory(wishes: Partial<StoryFields> = {}): StoryFields {
  return {
    section: 'national',
    kicker: '',
    headline: 'সেতুর টোলের হিসাব প্রকাশ হবে',
    standfirst: '',
    body: 'আগামী মাস থেকে হিসাব মিলবে।',
    ...unsaid,
    topics: [],
    bylines: [],
    district: '',
    pictureId: null,
    pictureCaption: '',
    pictureCredit: '',
    pictureAlt: '',
    comments: 'open',
    ...wishes,
  };
}
