import { definitionOf } from './blocks';
import type { StoryDocument } from './document';

/**
 * A document's text, one line per paragraph, item and row: for search, feeds and word counts. It excludes what the
 * document only refers to, such as another story's headline.
 */
export function documentText({ content }: StoryDocument): string {
  return content
    .flatMap((block) => definitionOf(block).text(block))
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
