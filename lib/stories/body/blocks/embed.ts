import { z } from 'zod';
import { kindPlayedHere } from '@/lib/media/media-file';
import { posterFrom } from '@/lib/pictures/poster';
import type { BlockDefinition, Lookups } from '../block';
import { type EmbedProvider, embedProviders, provenProvider } from '../embed-providers';
import { escapeHtml } from '../html/escape-html';
import { playerHtml } from '../html/player-html';
import { safeAddress } from '../html/safe-address';
import { linkAttributes } from '../inline/inline-html';
import { tidySingleLine } from '../inline/tidy-inline';
import { libraryPictureId } from './pictured';

/** Content of another site, shown as a card of ours that links to it. We store the thumbnail. */
const schema = z.object({
  type: z.literal('embed'),
  attrs: z.object({
    provider: z.enum(embedProviders),
    url: z.string().max(2000),
    title: z.string().max(500).default(''),
    pictureId: libraryPictureId.default(null),
  }),
});
type Embed = z.infer<typeof schema>;

export const embed: BlockDefinition<Embed> = {
  types: ['embed'],
  schema,
  tidy(block) {
    const { provider, title, pictureId } = block.attrs;
    const url = safeAddress(block.attrs.url.replace(/\s+/g, ''))?.href;
    if (!url) return [];
    const attrs = { provider: provenProvider(provider, url), url, title: tidySingleLine(title), pictureId };
    return [{ type: 'embed', attrs }];
  },
  text: ({ attrs }) => [attrs.title],
  html: embedHtml,
  name: () => 'কার্ড',
  summary: ({ attrs }) => attrs.title || attrs.url,
  thumbnail: ({ attrs }) => attrs.pictureId,
};

/**
 * A plain link: a reader's browser sends no request to the other site before a click. A file of ours plays in place.
 */
function embedHtml({ attrs }: Embed, lookups: Lookups): string {
  const { url, title, pictureId } = attrs;
  const address = safeAddress(url);
  if (!address) return '';
  const provider = provenProvider(attrs.provider, address.href);
  const known = pictureId === null ? undefined : lookups.picture(pictureId);
  const played = provider === 'audio' || provider === 'video' ? kindPlayedHere(url) : null;
  if (played) {
    const poster = known ? escapeHtml(posterFrom(known)) : '';
    return playerHtml(played, { address: escapeHtml(url), title: escapeHtml(title), poster });
  }
  const set = known?.srcSet && ` srcset="${escapeHtml(known.srcSet)}" sizes="8rem"`;
  const image =
    known &&
    `<img src="${escapeHtml(known.src)}"${set} width="${known.width}" height="${known.height}" alt="" loading="lazy" />`;
  const words = `<strong>${escapeHtml(title || shortAddress(address.href))}</strong><span>${escapeHtml(siteName(provider, address.href))}</span>`;
  return `<a class="embed" data-from="${provider}" ${linkAttributes(address)}>${image ?? ''}<span>${words}</span></a>`;
}

const siteNames: Readonly<Partial<Record<EmbedProvider, string>>> = {
  youtube: 'YouTube',
  facebook: 'Facebook',
  x: 'X',
};

function siteName(provider: EmbedProvider, href: string): string {
  return siteNames[provider] ?? URL.parse(href)?.host ?? '';
}

function shortAddress(href: string): string {
  return href.replace(/^https?:\/\/(?:www\.)?/, '').slice(0, 80);
}
