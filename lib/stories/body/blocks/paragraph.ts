import { z } from 'zod';
import type { BlockDefinition, BlockNode } from '../block';
import { inlineHtml } from '../inline/inline-html';
import { notationLines } from '../inline/inline-notation';
import { inlineContent } from '../inline/inline-schema';
import { inlineText } from '../inline/inline-text';
import { tidyInline } from '../inline/tidy-inline';

export const paragraphSchema = z.object({ type: z.literal('paragraph'), content: inlineContent });
export type Paragraph = z.infer<typeof paragraphSchema>;

export const paragraph: BlockDefinition<Paragraph> = {
  types: ['paragraph'],
  schema: paragraphSchema,
  tidy: (block) => tidyParagraphs([block]),
  text: paragraphText,
  html: paragraphHtml,
  name: () => 'অনুচ্ছেদ',
  notation: ({ content }) => notationLines(content).map(withoutSign).join('\n'),
  fromHtml: { p: ({ children }, read) => read.blocks(children) },
};

export function tidyParagraphs(some: readonly Paragraph[]): Paragraph[] {
  return some
    .map(({ content }): Paragraph => ({ type: 'paragraph', content: tidyInline(content) }))
    .filter(({ content }) => content.length > 0);
}

export function paragraphHtml({ content }: Paragraph): string {
  return `<p>${inlineHtml(content)}</p>`;
}

export function paragraphText({ content }: Paragraph): string[] {
  return inlineText(content).split('\n');
}

export function isParagraph(block: BlockNode): block is Paragraph {
  return block.type === 'paragraph';
}

/** Characters that start another block at the beginning of a line. */
const BLOCK_SIGN = /^(?:#{2,3} |>(?: |$)|[-•] |\[\[)/;

function withoutSign(line: string): string {
  return BLOCK_SIGN.test(line) ? `&#${line.charCodeAt(0)};${line.slice(1)}` : line;
}
