import { z } from 'zod';
import type { BlockDefinition, BlockNode } from '../block';
import { notationLines } from '../inline/inline-notation';
import { isParagraph, paragraphHtml, paragraphSchema, paragraphText, tidyParagraphs } from './paragraph';

const schema = z.object({ type: z.literal('blockquote'), content: z.array(paragraphSchema) });
export type Quotation = z.infer<typeof schema>;

export const quotation: BlockDefinition<Quotation> = {
  types: ['blockquote'],
  schema,
  tidy(block) {
    const content = tidyParagraphs(block.content);
    return content.length === 0 ? [] : [{ type: 'blockquote', content }];
  },
  text: ({ content }) => content.flatMap(paragraphText),
  html: ({ content }) => `<blockquote>${content.map(paragraphHtml).join('')}</blockquote>`,
  name: () => 'উদ্ধৃতি',
  notation: ({ content }) =>
    content
      .map((one) =>
        notationLines(one.content)
          .map((line) => `> ${line}`)
          .join('\n'),
      )
      .join('\n>\n'),
  fromHtml: {
    blockquote({ children }, read) {
      const content = read.blocks(children);
      if (!content.every(isParagraph)) return content;
      const block: Quotation = { type: 'blockquote', content };
      return [block];
    },
  },
};

export function isQuotation(block: BlockNode): block is Quotation {
  return block.type === 'blockquote';
}
