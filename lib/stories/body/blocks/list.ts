import { z } from 'zod';
import type { BlockDefinition, BlockNode, HtmlReader } from '../block';
import type { HtmlElement } from '../html/html-tree';
import { inlineHtml } from '../inline/inline-html';
import { notationLines } from '../inline/inline-notation';
import { isHeading } from './heading';
import {
  isParagraph,
  type Paragraph,
  paragraphHtml,
  paragraphSchema,
  paragraphText,
  tidyParagraphs,
} from './paragraph';
import { isQuotation } from './quotation';

/** What a list item or a fact box may contain: paragraphs and lists. */
export type ListPart = Paragraph | List;
export interface ListItem {
  type: 'listItem';
  content: ListPart[];
}
export interface List {
  type: 'bulletList' | 'orderedList';
  content: ListItem[];
}

const listSchema: z.ZodType<List> = z.lazy(() =>
  z.object({
    type: z.enum(['bulletList', 'orderedList']),
    content: z.array(z.object({ type: z.literal('listItem'), content: z.array(listPartSchema).min(1) })),
  }),
);
export const listPartSchema = z.union([paragraphSchema, listSchema]);

export const list: BlockDefinition<List> = {
  types: ['bulletList', 'orderedList'],
  innerTypes: ['listItem'],
  schema: listSchema,
  tidy: tidyList,
  text: listText,
  html: listHtml,
  name: ({ type }) => (type === 'bulletList' ? 'তালিকা' : 'ক্রমিক তালিকা'),
  notation({ type, content }) {
    if (type === 'orderedList') return null;
    const items = content.map((item) => (item.content.length === 1 ? item.content[0] : undefined));
    if (!items.every((only) => only?.type === 'paragraph')) return null;
    return items.map((only) => `- ${notationLines(only.content).join('<br>')}`).join('\n');
  },
  fromHtml: {
    ul: (element, read) => [listFromHtml(element, 'bulletList', read)],
    ol: (element, read) => [listFromHtml(element, 'orderedList', read)],
  },
};

export function tidyListParts(parts: readonly ListPart[]): ListPart[] {
  return parts.flatMap((part): ListPart[] =>
    part.type === 'paragraph' ? tidyParagraphs([part]) : tidyList(part),
  );
}

export function listPartHtml(part: ListPart): string {
  return part.type === 'paragraph' ? paragraphHtml(part) : listHtml(part);
}

export function listPartText(part: ListPart): string[] {
  return part.type === 'paragraph' ? paragraphText(part) : listText(part);
}

/** The content of an item or a cell as paragraphs and lists; headings and quotations in it become paragraphs. */
export function listPartsFromHtml(element: HtmlElement, read: HtmlReader): ListPart[] {
  return read.blocks(element.children).flatMap((block): ListPart[] => {
    if (isParagraph(block) || isList(block)) return [block];
    if (isHeading(block)) return [{ type: 'paragraph', content: block.content }];
    return isQuotation(block) ? block.content : [];
  });
}

export function isList(block: BlockNode): block is List {
  return block.type === 'bulletList' || block.type === 'orderedList';
}

function tidyList({ type, content }: List): List[] {
  const items = content
    .map((item): ListItem => ({ type: 'listItem', content: tidyListParts(item.content) }))
    .filter((item) => item.content.length > 0);
  return items.length === 0 ? [] : [{ type, content: items }];
}

function listText({ content }: List): string[] {
  return content.flatMap((item) => item.content.flatMap(listPartText));
}

function listHtml({ type, content }: List): string {
  const name = type === 'bulletList' ? 'ul' : 'ol';
  const items = content.map((item) => {
    const [only, ...others] = item.content;
    const isPlain = only?.type === 'paragraph' && others.every((other) => other.type !== 'paragraph');
    const inside = isPlain
      ? inlineHtml(only.content) + others.map(listPartHtml).join('')
      : item.content.map(listPartHtml).join('');
    return `<li>${inside}</li>`;
  });
  return `<${name}>${items.join('')}</${name}>`;
}

function listFromHtml({ children }: HtmlElement, type: List['type'], read: HtmlReader): List {
  const items = children.filter((child) => typeof child !== 'string');
  return {
    type,
    content: items.map((item): ListItem => ({ type: 'listItem', content: listPartsFromHtml(item, read) })),
  };
}
