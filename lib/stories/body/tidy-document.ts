import { definitionOf } from './blocks';
import type { StoryDocument } from './document';

/**
 * The canonical form of a document: letters repaired, neighbours with the same marks joined, white space folded,
 * empty blocks removed. Documents that look alike to a reader are equal afterwards, and a second run changes nothing.
 */
export function tidyDocument({ version, content }: StoryDocument): StoryDocument {
  return { type: 'doc', version, content: content.flatMap((block) => definitionOf(block).tidy(block)) };
}
