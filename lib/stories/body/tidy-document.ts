import { definitionOf } from './blocks';
import type { StoryDocument } from './document';

/**
 * One way to write each document: letters repaired, neighbours with the same marks joined, space folded, empty
 * blocks gone. Two that look alike to a reader are equal after it, and it changes nothing the second time.
 */
export function tidyDocument({ version, content }: StoryDocument): StoryDocument {
  return { type: 'doc', version, content: content.flatMap((block) => definitionOf(block).tidy(block)) };
}
