import { storyFields } from './catalogue';
import type { SearchWeight } from './field';

/** The text of the story fields that the search indexes with a given weight. */
export function searchedText(story: Readonly<Record<string, unknown>>, weight: SearchWeight): string {
  return storyFields
    .filter(([, { search }]) => search === weight)
    .map(([name]) => story[name] ?? '')
    .join(' ')
    .trim();
}
