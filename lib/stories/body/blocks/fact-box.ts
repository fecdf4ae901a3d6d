import { z } from 'zod';
import type { BlockDefinition } from '../block';
import { escapeHtml } from '../html/escape-html';
import { tidySingleLine } from '../inline/tidy-inline';
import { listPartHtml, listPartSchema, listPartText, tidyListParts } from './list';

const schema = z.object({
  type: z.literal('factBox'),
  attrs: z.object({ title: z.string().max(300).default('') }),
  content: z.array(listPartSchema),
});
type FactBox = z.infer<typeof schema>;

/** A summary for readers: a title, and items or short paragraphs. */
export const factBox: BlockDefinition<FactBox> = {
  types: ['factBox'],
  schema,
  tidy(block) {
    const content = tidyListParts(block.content);
    const title = tidySingleLine(block.attrs.title);
    return content.length === 0 && title === '' ? [] : [{ type: 'factBox', attrs: { title }, content }];
  },
  text: ({ attrs, content }) => [attrs.title, ...content.flatMap(listPartText)],
  html({ attrs, content }) {
    const title = attrs.title && `<strong>${escapeHtml(attrs.title)}</strong>`;
    return `<aside class="inset">${title}${content.map(listPartHtml).join('')}</aside>`;
  },
  name: () => 'তথ্যবাক্স',
};
