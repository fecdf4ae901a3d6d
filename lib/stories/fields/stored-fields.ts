import { type StoryFields, tidyFields } from './story-fields';
import { typedStory } from './story-form';

/** The form of a story that nobody has typed into. */
export function nothingTyped(): StoryFields {
  return tidyFields(typedStory(new FormData()));
}

/**
 * Fields as they were kept once, in JSON: a moment is a moment again, and a field that the form has got since is as
 * if nothing had been typed there.
 */
export function wholeFields(kept: unknown): StoryFields {
  const fields = Object.entries(kept as Partial<StoryFields>).map(([name, value]) => [
    name,
    /(At|Until)$/.test(name) && ISO.test(String(value)) ? new Date(String(value)) : value,
  ]);
  return { ...nothingTyped(), ...Object.fromEntries(fields) };
}

const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
