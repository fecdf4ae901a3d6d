import { z } from 'zod';
import type { BlockDefinition, BlockNode, HtmlReader } from '../block';
import { type HtmlElement, textOfPieces } from '../html/html-tree';
import { isShown, picturedHtml, tidyPictured } from './picture-html';
import { picturedSchema } from './pictured';

const schema = z.object({ type: z.literal('figure'), attrs: picturedSchema });
export type Figure = z.infer<typeof schema>;

export const figure: BlockDefinition<Figure> = {
  types: ['figure'],
  schema,
  tidy(block) {
    const attrs = tidyPictured(block.attrs);
    return isShown(attrs) ? [{ type: 'figure', attrs }] : [];
  },
  text: ({ attrs }) => [attrs.caption],
  html: ({ attrs }, lookups) => picturedHtml(attrs, lookups),
  name: () => 'ছবি',
  summary: ({ attrs }) => attrs.caption || attrs.alt,
  pictures: ({ attrs }) => [attrs],
  fromHtml: { figure: figureFromHtml, img: (element) => [imageFromHtml(element)] },
};

/** The caption belongs to the first picture; without a picture it becomes a paragraph. */
function figureFromHtml({ children }: HtmlElement, read: HtmlReader): BlockNode[] {
  const caption = children.filter((child) => typeof child !== 'string' && child.name === 'figcaption');
  const others = read.blocks(children.filter((child) => !caption.includes(child)));
  const words = textOfPieces(caption);
  const at = others.findIndex(isFigure);
  const first = others[at];
  if (first && isFigure(first)) {
    const captioned: Figure = { type: 'figure', attrs: { ...first.attrs, caption: words } };
    return others.with(at, captioned);
  }
  return [...others, ...read.blocks([words])];
}

function imageFromHtml({ attributes }: HtmlElement): Figure {
  const file = (attributes.src ?? '').replace(/^\/media\//, '');
  return {
    type: 'figure',
    attrs: { pictureId: null, file, caption: '', credit: '', alt: attributes.alt ?? '' },
  };
}

function isFigure(block: BlockNode): block is Figure {
  return block.type === 'figure';
}
