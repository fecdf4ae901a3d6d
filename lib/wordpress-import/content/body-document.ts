import type { Block } from '@/lib/stories/body/blocks';
import type { Pictured } from '@/lib/stories/body/blocks/pictured';
import type { StoryDocument } from '@/lib/stories/body/document';
import type { Inline, Mark } from '@/lib/stories/body/inline/inline-schema';
import { bodyFromNotation } from '@/lib/stories/body/notation/body-from-notation';
import { documentFromHtml } from '@/lib/stories/body/notation/document-from-html';
import { tidyDocument } from '@/lib/stories/body/tidy-document';
import type { ReadBody } from './body-html';
import type { BodyItem } from './embeds';
import { PLACEHOLDER } from './placeholders';

/** The imported files and links that a text refers to. */
export interface KnownFiles {
  /** The library picture; null if it was not imported. */
  picture: (item: BodyItem & { kind: 'picture' }) => Pictured | null;
  /** Pictures of a gallery that lists them, or (null) those of the post. */
  gallery: (attachments: readonly number[] | null) => Pictured[];
  /** The address of audio or video of the old site in our media folder; otherwise unchanged. */
  medium: (address: string) => string;
  /** The new address of a link. */
  link: (href: string) => string;
}

/** The text as a document of ours, through the same path as all HTML: the sanitiser and `documentFromHtml`. */
export function documentOfBody({ html, items }: ReadBody, known: KnownFiles): StoryDocument {
  const { content, ...document } = documentFromHtml(bodyFromNotation(html).html);
  const blocks = content.flatMap((block) => withThings(block, items, known));
  return tidyDocument({ ...document, content: blocks.map((block) => withLinks(block, known.link)) });
}

/** Replaces each link with the result of `link`; everything else stays. */
export function withLinks<Node>(node: Node, lead: (href: string) => string): Node {
  if (Array.isArray(node)) return node.map((one) => withLinks(one, lead)) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const link = node as unknown as Mark;
  if (link.type === 'link' && 'attrs' in link)
    return { ...link, attrs: { href: lead(link.attrs.href) } } as unknown as Node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withLinks(value, lead)]),
  ) as Node;
}

/** An item inside a paragraph splits it; one inside a list or a table is placed after it. */
function withThings(block: Block, items: readonly BodyItem[], known: KnownFiles): Block[] {
  if (block.type === 'paragraph') {
    return partsOf(block.content).flatMap((part): Block[] =>
      typeof part === 'number' ? blocksOf(items[part], known) : [{ type: 'paragraph', content: part }],
    );
  }
  const found: number[] = [];
  const bare = withoutPlaceholders(block, found);
  return [bare, ...found.flatMap((at) => blocksOf(items[at], known))];
}

function partsOf(inlines: readonly Inline[]): (Inline[] | number)[] {
  const parts: (Inline[] | number)[] = [[]];
  for (const inline of inlines) {
    const pieces = inline.type === 'text' ? inline.text.split(PLACEHOLDER) : [];
    if (inline.type !== 'text' || pieces.length === 1) {
      add(inline);
      continue;
    }
    // Every second piece is the index of an item.
    for (const [at, piece] of pieces.entries()) {
      if (at % 2 === 1) parts.push(Number(piece), []);
      else if (piece !== '') add({ ...inline, text: piece });
    }
  }
  return parts;

  function add(inline: Inline): void {
    const last = parts.at(-1);
    if (Array.isArray(last)) last.push(inline);
  }
}

function withoutPlaceholders<Node>(node: Node, found: number[]): Node {
  if (typeof node === 'string') {
    return node.replace(PLACEHOLDER, (_, at: string) => {
      found.push(Number(at));
      return '';
    }) as Node;
  }
  if (Array.isArray(node)) return node.map((one) => withoutPlaceholders(one, found)) as Node;
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withoutPlaceholders(value, found)]),
  ) as Node;
}

function blocksOf(item: BodyItem | undefined, known: KnownFiles): Block[] {
  if (item?.kind === 'embed') {
    const { provider, title } = item;
    const url = provider === 'audio' || provider === 'video' ? known.medium(item.url) : item.url;
    return [
      {
        type: 'embed',
        attrs: { provider, url: url.slice(0, 2000), title: title.slice(0, 500), pictureId: null },
      },
    ];
  }
  if (item?.kind === 'picture') {
    const attrs = known.picture(item);
    return attrs ? [{ type: 'figure', attrs }] : [];
  }
  if (item?.kind === 'gallery') {
    const own = item.pictures.flatMap((one) => (one.kind === 'picture' ? [known.picture(one)] : []));
    const pictures = (item.pictures.length > 0 ? own : known.gallery(item.attachments)).filter(
      (one) => one !== null,
    );
    const caption = item.caption.slice(0, 1000);
    return [{ type: 'gallery', attrs: { caption, pictures: pictures.slice(0, 60) } }];
  }
  return [];
}
