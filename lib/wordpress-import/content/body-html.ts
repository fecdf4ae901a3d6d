import { Parser } from 'htmlparser2';
import { escaped } from '@/lib/stories/body/document-html';
import { withoutComments } from '@/lib/stories/body/notation/body-from-notation';
import { embedOf, mediumOf, type Thing } from './embeds';
import { type Finds, MARK, markOf, put, withoutMarks } from './marks';
import { untangled, wordsOf } from './plain-words';
import { withoutShortcodes } from './shortcodes';

export interface ReadBody extends Finds {
  /** For `storyBody`, with marks where things stand. */
  html: string;
}

/**
 * A post's text as WordPress keeps it, from the block editor or the classic one: comments and shortcodes gone, pictures,
 * films and cards lifted out. What is dangerous in it is not looked for here: all of it goes through the sanitiser.
 */
export function readBody(source: string): ReadBody {
  const finds: Finds = { things: [], dropped: new Set() };
  const plain = untangled(withoutMarks(source.replace(/\r\n?/g, '\n')));
  const html = lifted(withoutShortcodes(withCards(withoutComments(plain), finds), finds), finds);
  return { ...finds, html };
}

/** An address alone on a line was shown as a film or a card, if it is of a house that offers one. */
function withCards(source: string, finds: Finds): string {
  return source.replace(
    /^[ \t]*(?:<p>)?[ \t]*(https?:\/\/[^\s<>"[\]]{4,600})[ \t]*(?:<\/p>)?[ \t]*$/gim,
    (line, address: string) => {
      const thing = embedOf(address.replaceAll('&amp;', '&'));
      return thing ? `\n${put(finds, thing)}\n` : line;
    },
  );
}

const UNSEEN: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'svg',
    'math',
    'object',
    'select',
    'textarea',
    'button',
    'head',
  ],
]);
const BARE: ReadonlySet<string> = new Set([
  ...[
    'p',
    'br',
    'hr',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'blockquote',
    'strong',
    'em',
    'b',
    'i',
  ],
  ...[
    'sup',
    'sub',
    'figcaption',
    'table',
    'caption',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'div',
    'section',
    'article',
  ],
  ...['aside', 'pre', 'center', 'details', 'summary', 'address', 'a', 'figure'],
]);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr']);

interface Figure {
  /** Where in the output it began. */
  from: number;
  classes: string;
  caption: string[];
}

interface Quote {
  from: number;
  classes: string;
  /** Where its last link leads: to the post that it quotes. */
  last: string;
}

/** No text nests its pictures deeper; each level is looked through when it ends. */
const DEEPEST = 20;

function lifted(source: string, finds: Finds): string {
  const out: string[] = [];
  const figures: (Figure | null)[] = [];
  const quotes: (Quote | null)[] = [];
  let depth = 0;
  /** How deep the element lies that no reader saw; 0: none is open. */
  let unseenAt = 0;
  let captions = 0;
  let medium: { name: 'audio' | 'video'; src: string } | null = null;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (unseenAt > 0) return;
        // WordPress itself hid its players until their script came.
        const isHidden = name !== 'audio' && name !== 'video' && isHiddenBy(attributes);
        if (isHidden) finds.dropped.add('what the page did not show');
        if (isHidden || UNSEEN.has(name)) {
          unseenAt = depth;
          return;
        }
        const classes = attributes.class ?? '';
        // A face that was drawn for an emoji stands for the sign itself.
        if (name === 'img' && /\b(?:emoji|wp-smiley)\b/.test(classes))
          out.push(escaped(attributes.alt ?? ''));
        else if (name === 'img') lift(pictureIn(attributes));
        else if (name === 'iframe') {
          const src = attributes.src || attributes['data-src'] || '';
          const thing = embedOf(src, attributes.title);
          lift(thing);
          unseenAt = depth;
          if (!thing)
            finds.dropped.add(`frame of ${URL.parse(src, 'https://here.invalid')?.host ?? 'nobody'}`);
        } else if (name === 'audio' || name === 'video') medium = { name, src: attributes.src ?? '' };
        else if (name === 'source' && medium) medium.src ||= attributes.src ?? '';
        else if (/\bfb-(?:post|video)\b/.test(classes)) lift(embedOf(attributes['data-href'] ?? ''));
        else if (name === 'figure')
          figures.push(figures.length < DEEPEST ? { from: out.length, classes, caption: [] } : null);
        if (name === 'figcaption' && figures.length > 0) captions += 1;
        if (name === 'blockquote')
          quotes.push(quotes.length < DEEPEST ? { from: out.length, classes, last: '' } : null);
        const quote = quotes.at(-1);
        if (name === 'a' && quote && attributes.href) quote.last = attributes.href;
        if (BARE.has(name)) out.push(openTag(name, attributes));
      },
      ontext(text) {
        if (unseenAt > 0) return;
        if (captions > 0) figures.at(-1)?.caption.push(text);
        out.push(escaped(text));
      },
      onclosetag(name) {
        const closing = depth;
        depth -= 1;
        if (unseenAt > 0) {
          if (closing === unseenAt) unseenAt = 0;
          return;
        }
        if (medium && name === medium.name) {
          lift(medium.src ? mediumOf(medium.src, medium.name) : null);
          medium = null;
        }
        if (name === 'figcaption' && captions > 0) captions -= 1;
        if (BARE.has(name) && !EMPTY.has(name)) out.push(`</${name}>`);
        if (name === 'figure') endFigure(figures.pop());
        if (name === 'blockquote') endQuote(quotes.pop());
      },
    },
    { recognizeSelfClosing: false },
  );
  parser.end(source);
  return out.join('');

  function lift(thing: Thing | null): void {
    if (thing) out.push(put(finds, thing));
  }

  /** Its caption is its one picture's; of several they are a row. A table or a quotation stays what it is. */
  function endFigure(figure: Figure | null | undefined): void {
    if (!figure) return;
    const caption = figure.caption.join('').replace(/\s+/g, ' ').trim();
    const shown = [...out.slice(figure.from).join('').matchAll(MARK)].map(([, at]) => Number(at));
    const pictures = shown.flatMap((at) => (finds.things[at]?.kind === 'picture' ? [finds.things[at]] : []));
    if (/\bwp-block-gallery\b/.test(figure.classes) && pictures.length > 0) {
      out.length = figure.from;
      out.push(put(finds, { kind: 'gallery', attachments: null, pictures, caption }));
      return;
    }
    const [only] = shown;
    const thing = only === undefined ? undefined : finds.things[only];
    if (shown.length !== 1 || only === undefined || !thing) return;
    out.length = figure.from;
    if (thing.kind === 'embed') thing.title ||= caption;
    else thing.caption ||= caption;
    out.push(markOf(only));
  }

  function endQuote(quote: Quote | null | undefined): void {
    if (!quote || !/\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed)\b/.test(quote.classes))
      return;
    const thing = embedOf(
      quote.last,
      wordsOf(out.slice(quote.from).join('')).replace(/\s+/g, ' ').trim().slice(0, 200),
    );
    if (!thing) return;
    out.length = quote.from;
    out.push(put(finds, thing));
  }
}

/** Links that a broken-in site was made to carry are hidden so; as are parts that a plugin opens by script. */
function isHiddenBy({ style = '', ...attributes }: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || /(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style);
}

function pictureIn(attributes: Readonly<Record<string, string>>): Thing | null {
  const { src = '', alt = '', class: classes = '', width = '' } = attributes;
  const lazy = attributes['data-src'] || attributes['data-lazy-src'] || attributes['data-orig-file'] || '';
  const address = src === '' || src.startsWith('data:') ? lazy : src;
  // A pixel that counts readers is no picture.
  if (address === '' || /^[01]$/.test(width)) return null;
  const named = /\bwp-image-(\d{1,15})\b/.exec(classes)?.[1] ?? attributes['data-id'];
  const attachment = named && /^\d{1,15}$/.test(named) ? Number(named) : null;
  return { kind: 'picture', attachment, src: address, alt, caption: '' };
}

function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = name === 'a' ? ['href'] : name === 'td' || name === 'th' ? ['colspan', 'rowspan'] : [];
  const given = kept
    .filter((one) => attributes[one])
    .map((one) => ` ${one}="${escaped(attributes[one] ?? '')}"`);
  return `<${name}${given.join('')}>`;
}
