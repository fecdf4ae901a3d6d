import { kindPlayedHere } from '@/lib/media/media-file';
import type { MediaKind } from '@/lib/media/media-kinds';
import { posterFrom } from '@/lib/pictures/poster';
import type {
  Block,
  EmbedProvider,
  Inline,
  List,
  Mark,
  Paragraph,
  Pictured,
  StoryDocument,
  Table,
} from './document';
import { safeAddress } from './notation/body-from-notation';

/** A picture as the library has it: a file that anything can show, and for `srcset` those to choose from. */
export interface KnownPicture {
  src: string;
  srcSet: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
  alt: string;
  /** The largest file of it, for those who want to look closely. */
  full: string;
}

/** What a document only names, and the few words that are ours. */
export interface Lookups {
  picture: (id: number) => KnownPicture | undefined;
  /** Before a credit, as in `ছবি: {name}`. */
  creditLine: (name: string) => string;
  correction: string;
}

/**
 * A document as the HTML that readers get: only elements and attributes written out below, every word escaped, every
 * address of a kind that cannot run. Another story is named by an empty place that `withAlsoRead` fills as the page
 * is read, so that its headline is always the one it has.
 */
export function renderDocument({ content }: StoryDocument, lookups: Lookups): string {
  return content
    .map((block) => renderBlock(block, lookups))
    .filter((html) => html !== '')
    .join('\n');
}

function renderBlock(block: Block, lookups: Lookups): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block);
    case 'heading':
      return `<h${block.attrs.level}>${inlines(block.content)}</h${block.attrs.level}>`;
    case 'bulletList':
    case 'orderedList':
      return list(block);
    case 'blockquote':
      return `<blockquote>${block.content.map(paragraph).join('')}</blockquote>`;
    case 'pullQuote': {
      const by = block.attrs.by && `<figcaption>${escaped(block.attrs.by)}</figcaption>`;
      return `<figure class="pull"><blockquote><p>${inlines(block.content)}</p></blockquote>${by}</figure>`;
    }
    case 'figure':
      return figure(block.attrs, lookups);
    case 'gallery': {
      const shown = block.attrs.pictures.map((one) => figure(one, lookups, 'linked')).join('');
      const caption = block.attrs.caption && `<figcaption>${escaped(block.attrs.caption)}</figcaption>`;
      return shown && `<figure class="gallery"><div>${shown}</div>${caption}</figure>`;
    }
    case 'table':
      return table(block);
    case 'horizontalRule':
      return '<hr />';
    case 'embed':
      return card(block.attrs, lookups);
    case 'factBox': {
      const title = block.attrs.title && `<strong>${escaped(block.attrs.title)}</strong>`;
      return `<aside class="inset">${title}${block.content.map(part).join('')}</aside>`;
    }
    case 'correctionNote': {
      const text = block.content.map(paragraph).join('');
      return `<aside class="note"><strong>${escaped(lookups.correction)}</strong>${text}</aside>`;
    }
    case 'alsoRead':
      return alsoReadPlace(block.attrs.storyId);
  }
}

/** Where another story's headline will stand. */
export function alsoReadPlace(storyId: number): string {
  return `<aside class="inset" data-also="${storyId}"></aside>`;
}

function paragraph({ content }: Paragraph): string {
  return `<p>${inlines(content)}</p>`;
}

function part(one: Paragraph | List): string {
  return one.type === 'paragraph' ? paragraph(one) : list(one);
}

function list({ type, content }: List): string {
  const name = type === 'bulletList' ? 'ul' : 'ol';
  const items = content.map((item) => {
    const [only, ...others] = item.content;
    const isPlain = only?.type === 'paragraph' && others.every((other) => other.type !== 'paragraph');
    const inside = isPlain
      ? inlines(only.content) + others.map(part).join('')
      : item.content.map(part).join('');
    return `<li>${inside}</li>`;
  });
  return `<${name}>${items.join('')}</${name}>`;
}

function table({ content }: Table): string {
  const rows = content.map(({ content: cells }) => {
    const shown = cells.map(({ type, attrs, content: inside }) => {
      const name = type === 'tableHeader' ? 'th' : 'td';
      const spans = (['colspan', 'rowspan'] as const)
        .filter((span) => attrs[span] > 1)
        .map((span) => ` ${span}="${attrs[span]}"`);
      const [only, ...others] = inside;
      const words = only && others.length === 0 ? inlines(only.content) : inside.map(paragraph).join('');
      return `<${name}${spans.join('')}>${words}</${name}>`;
    });
    return `<tr>${shown.join('')}</tr>`;
  });
  return `<div class="scroll" tabindex="0"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

/** `linked`: the picture leads to its largest file, which the gallery's view shows in place where there is a script. */
function figure(
  { pictureId, file, caption, credit, alt }: Pictured,
  lookups: Lookups,
  as: 'plain' | 'linked' = 'plain',
): string {
  const known = pictureId === null ? undefined : lookups.picture(pictureId);
  const bare = known
    ? imageOf(known, alt || known.alt)
    : file && `<img src="/media/${escaped(file)}" alt="${escaped(alt)}" loading="lazy" />`;
  if (!bare) return '';
  const full = known?.full ?? `/media/${file}`;
  const image = as === 'linked' ? `<a href="${escaped(full)}" data-full="">${bare}</a>` : bare;

  const words = escaped(caption || (known?.caption ?? ''));
  const by = credit || (known?.credit ?? '');
  const credited = by && `<span class="credit">${escaped(lookups.creditLine(by))}</span>`;
  const below = [words, credited].filter(Boolean).join(' ');
  return `<figure>${image}${below && `<figcaption>${below}</figcaption>`}</figure>`;
}

/** On a phone a little less than the column: at its density the next larger file is twice the bytes for nothing seen. */
const ofTheColumn = '(min-width: 48rem) 45rem, 85vw';

/** Bodies are kept as they were rendered; until November 2026 pictures in them asked for the whole window's width. */
export const withColumnSizes = (bodyHtml: string) =>
  bodyHtml.replaceAll(' sizes="(min-width: 48rem) 45rem, 100vw"', ` sizes="${ofTheColumn}"`);

function imageOf({ src, srcSet, width, height }: KnownPicture, alt: string): string {
  const set = srcSet && ` srcset="${escaped(srcSet)}" sizes="${ofTheColumn}"`;
  return `<img src="${escaped(src)}"${set} width="${width}" height="${height}" alt="${escaped(alt)}" loading="lazy" />`;
}

/** A plain link: a reader's browser asks the other house for nothing before a click. A file of ours plays here. */
function card(
  {
    provider,
    url,
    title,
    pictureId,
  }: { provider: EmbedProvider; url: string; title: string; pictureId: number | null },
  lookups: Lookups,
): string {
  const address = safeAddress(url);
  if (!address) return '';
  const played = provider === 'audio' || provider === 'video' ? kindPlayedHere(url) : null;
  if (played) return player(played, { url, title, pictureId }, lookups);
  const known = pictureId === null ? undefined : lookups.picture(pictureId);
  const set = known?.srcSet && ` srcset="${escaped(known.srcSet)}" sizes="8rem"`;
  const image =
    known &&
    `<img src="${escaped(known.src)}"${set} width="${known.width}" height="${known.height}" alt="" loading="lazy" />`;
  const words = `<strong>${escaped(title || shortAddress(address.href))}</strong><span>${escaped(houseOf(provider, address.href))}</span>`;
  return `<a class="embed" data-from="${provider}" ${attributesOf(address)}>${image ?? ''}<span>${words}</span></a>`;
}

function player(
  kind: MediaKind,
  { url, title, pictureId }: { url: string; title: string; pictureId: number | null },
  lookups: Lookups,
): string {
  const known = pictureId === null ? undefined : lookups.picture(pictureId);
  const poster = known ? escaped(posterFrom(known)) : '';
  return playerOf(kind, { address: escaped(url), words: escaped(title), poster });
}

/**
 * Nothing of it is fetched before a reader presses play; a film's box has its ratio before that. What it is given stands in
 * the HTML as it is: escaped already.
 */
export function playerOf(
  kind: MediaKind,
  { address, words, poster = '' }: { address: string; words: string; poster?: string },
): string {
  const shown = poster && ` poster="${poster}"`;
  const box = kind === 'video' ? ` width="1280" height="720" playsinline=""${shown}` : '';
  const named = words && ` aria-label="${words}"`;
  const caption = words && `<figcaption>${words}</figcaption>`;
  return `<figure class="player"><${kind} src="${address}" controls="" preload="none"${box}${named}></${kind}>${caption}</figure>`;
}

const houses: Readonly<Partial<Record<EmbedProvider, string>>> = {
  youtube: 'YouTube',
  facebook: 'Facebook',
  x: 'X',
};

function houseOf(provider: EmbedProvider, href: string): string {
  return houses[provider] ?? URL.parse(href)?.host ?? '';
}

function shortAddress(href: string): string {
  return href.replace(/^https?:\/\/(?:www\.)?/, '').slice(0, 80);
}

function inlines(some: readonly Inline[]): string {
  return some
    .map((one) =>
      one.type === 'hardBreak' ? '<br />' : (one.marks ?? []).reduceRight(wrapped, escaped(one.text)),
    )
    .join('');
}

const elements = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' } as const;

function wrapped(html: string, mark: Mark): string {
  if (mark.type !== 'link') return `<${elements[mark.type]}>${html}</${elements[mark.type]}>`;
  const address = safeAddress(mark.attrs.href);
  return address ? `<a ${attributesOf(address)}>${html}</a>` : html;
}

function attributesOf({ href, rel }: { href: string; rel?: string }): string {
  return `href="${escaped(href)}"${rel ? ` rel="${rel}"` : ''}`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
