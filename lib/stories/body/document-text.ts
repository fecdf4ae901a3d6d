import { definitionOf } from './blocks';
import type { StoryDocument } from './document';

/**
 * A document's words, a line for each paragraph, item and row: for search, feeds and counting. What is only named
 * in it, as another story, is not part of it.
 */
export function documentText({ content }: StoryDocument): string {
  return content
    .flatMap((block) => definitionOf(block).text(block))
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
