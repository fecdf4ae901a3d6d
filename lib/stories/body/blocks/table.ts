import { z } from 'zod';
import type { BlockDefinition, BlockNode, HtmlReader } from '../block';
import type { HtmlElement } from '../html/html-tree';
import { inlineHtml } from '../inline/inline-html';
import { type ListPart, listPartsFromHtml } from './list';
import { type Paragraph, paragraphHtml, paragraphSchema, paragraphText, tidyParagraphs } from './paragraph';

const span = z.number().int().min(1).max(100).default(1);
const cell = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.object({ colspan: span, rowspan: span }).default({ colspan: 1, rowspan: 1 }),
  content: z.array(paragraphSchema).default([]),
});
const schema = z.object({
  type: z.literal('table'),
  content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(cell).max(60) })).max(1000),
});
type Table = z.infer<typeof schema>;

export const table: BlockDefinition<Table> = {
  types: ['table'],
  innerTypes: ['tableRow', 'tableCell', 'tableHeader'],
  schema,
  tidy(block) {
    const rows = block.content.map(({ content }) => ({
      type: 'tableRow' as const,
      content: content.map(({ type, attrs, content: inside }) => ({
        type,
        attrs: { colspan: attrs.colspan, rowspan: attrs.rowspan },
        content: tidyParagraphs(inside),
      })),
    }));
    const filled = rows.filter(({ content }) => content.length > 0);
    return filled.length === 0 ? [] : [{ type: 'table', content: filled }];
  },
  text: ({ content }) =>
    content.map((row) => row.content.map((one) => one.content.flatMap(paragraphText).join(' ')).join(' ')),
  html: tableHtml,
  name: () => 'টেবিল',
  fromHtml: { table: tableFromHtml },
};

function tableHtml({ content }: Table): string {
  const rows = content.map(({ content: cells }) => {
    const cellHtml = cells.map(({ type, attrs, content: inside }) => {
      const name = type === 'tableHeader' ? 'th' : 'td';
      const spans = (['colspan', 'rowspan'] as const)
        .filter((one) => attrs[one] > 1)
        .map((one) => ` ${one}="${attrs[one]}"`);
      const [only, ...others] = inside;
      const words =
        only && others.length === 0 ? inlineHtml(only.content) : inside.map(paragraphHtml).join('');
      return `<${name}${spans.join('')}>${words}</${name}>`;
    });
    return `<tr>${cellHtml.join('')}</tr>`;
  });
  return `<div class="scroll" tabindex="0"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

/** The caption of a table is a paragraph before it. */
function tableFromHtml({ children }: HtmlElement, read: HtmlReader): BlockNode[] {
  const block: Table = { type: 'table', content: [] };
  const before: Paragraph[] = [];
  for (const child of children) {
    if (typeof child === 'string') continue;
    if (child.name === 'caption') before.push({ type: 'paragraph', content: read.inline(child.children) });
    const rows = child.name === 'tr' ? [child] : child.children;
    for (const row of rows) {
      if (typeof row !== 'string' && row.name === 'tr') block.content.push(rowFromHtml(row, read));
    }
  }
  return [...before, block];
}

function rowFromHtml({ children }: HtmlElement, read: HtmlReader): Table['content'][number] {
  const cells = children.filter((child) => typeof child !== 'string');
  return {
    type: 'tableRow',
    content: cells.map((one) => ({
      type: one.name === 'th' ? 'tableHeader' : 'tableCell',
      attrs: { colspan: spanIn(one.attributes.colspan), rowspan: spanIn(one.attributes.rowspan) },
      content: paragraphsIn(listPartsFromHtml(one, read)),
    })),
  };
}

function paragraphsIn(parts: readonly ListPart[]): Paragraph[] {
  return parts.flatMap((part) =>
    part.type === 'paragraph' ? [part] : part.content.flatMap((item) => paragraphsIn(item.content)),
  );
}

function spanIn(text: string | undefined): number {
  const wanted = Number(text);
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= 100 ? wanted : 1;
}
