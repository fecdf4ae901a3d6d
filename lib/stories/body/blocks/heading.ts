import { z } from 'zod';
import type { BlockDefinition, BlockNode, HtmlReader } from '../block';
import type { HtmlElement } from '../html/html-tree';
import { inlineHtml } from '../inline/inline-html';
import { notationLines } from '../inline/inline-notation';
import { inlineContent } from '../inline/inline-schema';
import { inlineText } from '../inline/inline-text';
import { tidyInline } from '../inline/tidy-inline';

const schema = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlineContent,
});
export type Heading = z.infer<typeof schema>;

export const heading: BlockDefinition<Heading> = {
  types: ['heading'],
  schema,
  tidy(block) {
    const content = tidyInline(block.content);
    return content.length === 0 ? [] : [{ type: 'heading', attrs: { level: block.attrs.level }, content }];
  },
  text: ({ content }) => inlineText(content).split('\n'),
  html: ({ attrs, content }) => `<h${attrs.level}>${inlineHtml(content)}</h${attrs.level}>`,
  name: () => 'উপশিরোনাম',
  notation: ({ attrs, content }) =>
    `${attrs.level === 2 ? '##' : '###'} ${notationLines(content).join('<br>')}`,
  fromHtml: {
    h2: (element, read) => headingFromHtml(element, 2, read),
    h3: (element, read) => headingFromHtml(element, 3, read),
  },
};

export function isHeading(block: BlockNode): block is Heading {
  return block.type === 'heading';
}

function headingFromHtml(element: HtmlElement, level: 2 | 3, read: HtmlReader): BlockNode[] {
  if (read.holdsBlock(element)) return read.blocks(element.children);
  const block: Heading = { type: 'heading', attrs: { level }, content: read.inline(element.children) };
  return [block];
}
