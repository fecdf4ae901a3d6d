import type { Lookups } from './block';
import { definitionOf } from './blocks';
import type { StoryDocument } from './document';

/** A document as the HTML that readers get: only the elements and attributes that its blocks write. */
export function documentHtml({ content }: StoryDocument, lookups: Lookups): string {
  return content
    .map((block) => definitionOf(block).html(block, lookups))
    .filter((html) => html !== '')
    .join('\n');
}
