import type { Block } from '@/lib/stories/body/blocks';
import { documentOfBlocks, type StoryDocument } from '@/lib/stories/body/document';
import { notationFromDocument } from '@/lib/stories/body/notation/document-notation';
import type { BodyDocument } from '@/lib/stories/body/stored-body';
import { tidyDocument } from '@/lib/stories/body/tidy-document';

/** The blocks of a body as JSON, for comparing and merging. */
export function cutBody(body: BodyDocument): string[] {
  return typeof body === 'string' ? [] : tidyDocument(body).content.map((block) => JSON.stringify(block));
}

/** The reverse. */
export function joinBody(blocks: readonly string[]): StoryDocument {
  return documentOfBlocks(blocks.map((block) => JSON.parse(block) as Block));
}

/** The text of the blocks. */
export function bodyInWords(blocks: readonly string[]): string {
  return blocks.map((block) => notationFromDocument(joinBody([block]))).join('\n\n');
}
