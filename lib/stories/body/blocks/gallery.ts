import { z } from 'zod';
import type { BlockDefinition } from '../block';
import { escapeHtml } from '../html/escape-html';
import { tidySingleLine } from '../inline/tidy-inline';
import { MAX_GALLERY_PICTURES } from '../limits';
import { isShown, picturedHtml, tidyPictured } from './picture-html';
import { picturedSchema } from './pictured';

const schema = z.object({
  type: z.literal('gallery'),
  attrs: z.object({
    caption: z.string().max(1000).default(''),
    pictures: z.array(picturedSchema).max(MAX_GALLERY_PICTURES),
  }),
});
type Gallery = z.infer<typeof schema>;

export const gallery: BlockDefinition<Gallery> = {
  types: ['gallery'],
  schema,
  tidy(block) {
    const pictures = block.attrs.pictures.map(tidyPictured).filter(isShown);
    const caption = tidySingleLine(block.attrs.caption);
    return pictures.length === 0 ? [] : [{ type: 'gallery', attrs: { caption, pictures } }];
  },
  text: ({ attrs }) => [...attrs.pictures.map((one) => one.caption), attrs.caption],
  html({ attrs }, lookups) {
    const figures = attrs.pictures.map((one) => picturedHtml(one, lookups, 'linked')).join('');
    const caption = attrs.caption && `<figcaption>${escapeHtml(attrs.caption)}</figcaption>`;
    return figures && `<figure class="gallery"><div>${figures}</div>${caption}</figure>`;
  },
  name: () => 'ফটো গ্যালারি',
  pictures: ({ attrs }) => attrs.pictures,
};
