import { Parser } from 'htmlparser2';
import { escapeHtml } from '@/lib/stories/body/html/escape-html';
import { withoutComments } from '@/lib/stories/body/notation/body-from-notation';
import { type BodyItem, embedOf, mediumOf } from './embeds';
import { addItem, type BodyFinds, PLACEHOLDER, placeholderOf, withoutPlaceholders } from './placeholders';
import { plainTextOf, repairControlCharacters } from './plain-text';
import { withoutShortcodes } from './shortcodes';

export interface ReadBody extends BodyFinds {
  /** For `bodyFromNotation`, with placeholders for the items. */
  html: string;
}

/**
 * A post's text as WordPress stores it, from the block editor or the classic one: comments and shortcodes removed,
 * pictures, videos and embeds extracted. It does not look for dangerous HTML: everything goes through the sanitiser.
 */
export function readBody(source: string): ReadBody {
  const finds: BodyFinds = { items: [], dropped: new Set() };
  const plain = repairControlCharacters(withoutPlaceholders(source.replace(/\r\n?/g, '\n')));
  const html = extractItems(withoutShortcodes(extractCards(withoutComments(plain), finds), finds), finds);
  return { ...finds, html };
}

/** An address alone on a line was shown as an embed if its site is a known provider. */
function extractCards(source: string, finds: BodyFinds): string {
  return source.replace(
    /^[ \t]*(?:<p>)?[ \t]*(https?:\/\/[^\s<>"[\]]{4,600})[ \t]*(?:<\/p>)?[ \t]*$/gim,
    (line, address: string) => {
      const item = embedOf(address.replaceAll('&amp;', '&'));
      return item ? `\n${addItem(finds, item)}\n` : line;
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

interface ImportedFigure {
  /** Where it started in the output. */
  from: number;
  classes: string;
  caption: string[];
}

interface Quote {
  from: number;
  classes: string;
  /** The address of its last link: the post that it quotes. */
  last: string;
}

/** The maximum nesting of figures; each level is scanned when it ends. */
const DEEPEST = 20;

function extractItems(source: string, finds: BodyFinds): string {
  const extractor = new ItemExtractor(finds);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => extractor.openTag(name, attributes),
      ontext: (text) => extractor.addText(text),
      onclosetag: (name) => extractor.closeTag(name),
    },
    { recognizeSelfClosing: false },
  );
  parser.end(source);
  return extractor.html;
}

/** Copies HTML and replaces pictures, galleries and embeds by placeholders. */
class ItemExtractor {
  readonly #finds: BodyFinds;
  readonly #out: string[] = [];
  readonly #figures: (ImportedFigure | null)[] = [];
  readonly #quotes: (Quote | null)[] = [];
  #depth = 0;
  /** Depth of the open element that is dropped with its content; 0: none. */
  #droppedAt = 0;
  #captions = 0;
  #medium: { name: 'audio' | 'video'; src: string } | null = null;

  constructor(finds: BodyFinds) {
    this.#finds = finds;
  }

  get html(): string {
    return this.#out.join('');
  }

  openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#droppedAt > 0) return;
    // WordPress itself hides its players until their script has loaded.
    const isHidden = name !== 'audio' && name !== 'video' && isHiddenBy(attributes);
    if (isHidden) this.#finds.dropped.add('hidden content');
    if (isHidden || UNSEEN.has(name)) {
      this.#droppedAt = this.#depth;
      return;
    }
    const classes = attributes.class ?? '';
    this.#openItem(name, classes, attributes);
    if (name === 'figcaption' && this.#figures.length > 0) this.#captions += 1;
    if (name === 'blockquote')
      this.#quotes.push(this.#quotes.length < DEEPEST ? { from: this.#out.length, classes, last: '' } : null);
    const quote = this.#quotes.at(-1);
    if (name === 'a' && quote && attributes.href) quote.last = attributes.href;
    if (BARE.has(name)) this.#out.push(openTag(name, attributes));
  }

  addText(text: string): void {
    if (this.#droppedAt > 0) return;
    if (this.#captions > 0) this.#figures.at(-1)?.caption.push(text);
    this.#out.push(escapeHtml(text));
  }

  closeTag(name: string): void {
    const closing = this.#depth;
    this.#depth -= 1;
    if (this.#droppedAt > 0) {
      if (closing === this.#droppedAt) this.#droppedAt = 0;
      return;
    }
    if (this.#medium && name === this.#medium.name) {
      this.#add(this.#medium.src ? mediumOf(this.#medium.src, this.#medium.name) : null);
      this.#medium = null;
    }
    if (name === 'figcaption' && this.#captions > 0) this.#captions -= 1;
    if (BARE.has(name) && !EMPTY.has(name)) this.#out.push(`</${name}>`);
    if (name === 'figure') this.#endFigure(this.#figures.pop());
    if (name === 'blockquote') this.#endQuote(this.#quotes.pop());
  }

  #openItem(name: string, classes: string, attributes: Readonly<Record<string, string>>): void {
    // The image of an emoji is replaced by the emoji itself.
    if (name === 'img' && /\b(?:emoji|wp-smiley)\b/.test(classes))
      this.#out.push(escapeHtml(attributes.alt ?? ''));
    else if (name === 'img') this.#add(pictureIn(attributes));
    else if (name === 'iframe') {
      const src = attributes.src || attributes['data-src'] || '';
      const item = embedOf(src, attributes.title);
      this.#add(item);
      this.#droppedAt = this.#depth;
      if (!item)
        this.#finds.dropped.add(`frame of ${URL.parse(src, 'https://here.invalid')?.host ?? 'nobody'}`);
    } else if (name === 'audio' || name === 'video') this.#medium = { name, src: attributes.src ?? '' };
    else if (name === 'source' && this.#medium) this.#medium.src ||= attributes.src ?? '';
    else if (/\bfb-(?:post|video)\b/.test(classes)) this.#add(embedOf(attributes['data-href'] ?? ''));
    else if (name === 'figure')
      this.#figures.push(
        this.#figures.length < DEEPEST ? { from: this.#out.length, classes, caption: [] } : null,
      );
  }

  #add(item: BodyItem | null): void {
    if (item) this.#out.push(addItem(this.#finds, item));
  }

  /**
   * The caption of a figure belongs to its only picture; several pictures are a gallery. Tables and quotations are
   * unchanged.
   */
  #endFigure(figure: ImportedFigure | null | undefined): void {
    if (!figure) return;
    const { items } = this.#finds;
    const caption = figure.caption.join('').replace(/\s+/g, ' ').trim();
    const pictureIndexes = [...this.#out.slice(figure.from).join('').matchAll(PLACEHOLDER)].map(([, at]) =>
      Number(at),
    );
    const pictures = pictureIndexes.flatMap((at) => (items[at]?.kind === 'picture' ? [items[at]] : []));
    if (/\bwp-block-gallery\b/.test(figure.classes) && pictures.length > 0) {
      this.#out.length = figure.from;
      this.#add({ kind: 'gallery', attachments: null, pictures, caption });
      return;
    }
    const [only] = pictureIndexes;
    const item = only === undefined ? undefined : items[only];
    if (pictureIndexes.length !== 1 || only === undefined || !item) return;
    this.#out.length = figure.from;
    if (item.kind === 'embed') item.title ||= caption;
    else item.caption ||= caption;
    this.#out.push(placeholderOf(only));
  }

  #endQuote(quote: Quote | null | undefined): void {
    if (!quote || !/\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed)\b/.test(quote.classes))
      return;
    const text = plainTextOf(this.#out.slice(quote.from).join('')).replace(/\s+/g, ' ').trim();
    const item = embedOf(quote.last, text.slice(0, 200));
    if (!item) return;
    this.#out.length = quote.from;
    this.#add(item);
  }
}

/** Spam links injected into hacked sites are hidden like this; so are parts that a plugin opens by script. */
function isHiddenBy({ style = '', ...attributes }: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || /(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style);
}

function pictureIn(attributes: Readonly<Record<string, string>>): BodyItem | null {
  const { src = '', alt = '', class: classes = '', width = '' } = attributes;
  const lazy = attributes['data-src'] || attributes['data-lazy-src'] || attributes['data-orig-file'] || '';
  const address = src === '' || src.startsWith('data:') ? lazy : src;
  // A tracking pixel is not a picture.
  if (address === '' || /^[01]$/.test(width)) return null;
  const named = /\bwp-image-(\d{1,15})\b/.exec(classes)?.[1] ?? attributes['data-id'];
  const attachment = named && /^\d{1,15}$/.test(named) ? Number(named) : null;
  return { kind: 'picture', attachment, src: address, alt, caption: '' };
}

function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = name === 'a' ? ['href'] : name === 'td' || name === 'th' ? ['colspan', 'rowspan'] : [];
  const given = kept
    .filter((one) => attributes[one])
    .map((one) => ` ${one}="${escapeHtml(attributes[one] ?? '')}"`);
  return `<${name}${given.join('')}>`;
}
