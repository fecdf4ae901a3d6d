import { storyFields } from './catalogue';
import type { SearchWeight } from './field';

/** The words of a story's fields that are found with a weight of the search. */
export function searchedText(story: Readonly<Record<string, unknown>>, weight: SearchWeight): string {
  return storyFields
    .filter(([, { search }]) => search === weight)
    .map(([name]) => story[name] ?? '')
    .join(' ')
    .trim();
}
