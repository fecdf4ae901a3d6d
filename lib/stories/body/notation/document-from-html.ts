import {
  type Block,
  DOCUMENT_VERSION,
  type Inline,
  type List,
  type ListItem,
  type Mark,
  type Paragraph,
  type StoryDocument,
  type Table,
} from '../document';
import { tidyDocument } from '../tidy-document';

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Piece[];
}
type Piece = string | Element;

/** The blocks of HTML as `storyBody` gives it: well-formed, allow-listed, attributes in double quotes. */
export function documentFromHtml(html: string): StoryDocument {
  return tidyDocument({ type: 'doc', version: DOCUMENT_VERSION, content: blocksOf(treeOf(html)) });
}

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*\/?>|[^<]+|</g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const HOLDS_NOTHING: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

function treeOf(html: string): Piece[] {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [token, slash, name, attributes] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (name === undefined) {
      parent.children.push(unescaped(token));
    } else if (slash) {
      if (open.length > 1 && parent.name === name) open.pop();
    } else {
      const element = { name, attributes: attributesIn(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!HOLDS_NOTHING.has(name)) open.push(element);
    }
  }
  return root.children;
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Words outside any block are a paragraph; a picture among words is a block of its own between them. */
function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let loose: Piece[] = [];
  const end = () => {
    blocks.push(...inParagraphs(loose));
    loose = [];
  };
  for (const piece of pieces) {
    if (typeof piece === 'string' || !isBlock(piece)) {
      loose.push(piece);
      continue;
    }
    end();
    blocks.push(...blockOf(piece));
  }
  end();
  return blocks;
}

const BLOCKS = /^(?:p|h[23]|ul|ol|blockquote|figure|table|hr|img)$/;

function isBlock({ name }: Element): boolean {
  return BLOCKS.test(name);
}

function blockOf(element: Element): Block[] {
  const { name, children } = element;
  switch (name) {
    case 'h2':
    case 'h3':
      if (holdsBlock(element)) return blocksOf(children);
      return [{ type: 'heading', attrs: { level: name === 'h2' ? 2 : 3 }, content: inlinesOf(children) }];
    case 'ul':
    case 'ol':
      return [listOf(element)];
    case 'blockquote': {
      const inside = blocksOf(children);
      const isPlain = inside.every((block) => block.type === 'paragraph');
      return isPlain ? [{ type: 'blockquote', content: inside as Paragraph[] }] : inside;
    }
    case 'figure':
      return figureOf(element);
    case 'img':
      return [imageOf(element, '')];
    case 'table':
      return tableOf(element);
    case 'hr':
      return [{ type: 'horizontalRule' }];
    default:
      return blocksOf(children);
  }
}

function holdsBlock({ children }: Element): boolean {
  return children.some((child) => typeof child !== 'string' && (isBlock(child) || holdsBlock(child)));
}

function inParagraphs(pieces: readonly Piece[]): Block[] {
  if (pieces.every((piece) => typeof piece === 'string' || !holdsBlock(piece)))
    return [{ type: 'paragraph', content: inlinesOf(pieces) }];
  return pieces.flatMap((piece) =>
    typeof piece === 'string'
      ? [{ type: 'paragraph' as const, content: inlinesOf([piece]) }]
      : blocksOf(holdsBlock(piece) ? piece.children : [piece]),
  );
}

function inlinesOf(pieces: readonly Piece[], marks: readonly Mark[] = []): Inline[] {
  return pieces.flatMap((piece): Inline[] => {
    if (typeof piece === 'string') return [{ type: 'text', text: piece, marks: [...marks] }];
    if (piece.name === 'br') return [{ type: 'hardBreak' }];
    const mark = markOf(piece);
    return inlinesOf(
      piece.children,
      mark ? [...marks.filter(({ type }) => type !== mark.type), mark] : marks,
    );
  });
}

const marks: Readonly<Record<string, Exclude<Mark['type'], 'link'>>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  sup: 'superscript',
  sub: 'subscript',
};

function markOf({ name, attributes }: Element): Mark | null {
  if (name === 'a') return attributes.href ? { type: 'link', attrs: { href: attributes.href } } : null;
  const type = marks[name];
  return type ? { type } : null;
}

function listOf({ name, children }: Element): List {
  const items = children.filter((child) => typeof child !== 'string');
  return {
    type: name === 'ol' ? 'orderedList' : 'bulletList',
    content: items.map((item): ListItem => ({ type: 'listItem', content: plainPartsOf(item) })),
  };
}

/** What a list's item or a table's cell may hold: a heading or quotation in it is paragraphs there. */
function plainPartsOf(element: Element): (Paragraph | List)[] {
  return blocksOf(element.children).flatMap((block): (Paragraph | List)[] => {
    if (block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList')
      return [block];
    if (block.type === 'heading') return [{ type: 'paragraph', content: block.content }];
    if (block.type === 'blockquote') return block.content;
    return [];
  });
}

function paragraphsOf(parts: readonly (Paragraph | List)[]): Paragraph[] {
  return parts.flatMap((part) =>
    part.type === 'paragraph' ? [part] : part.content.flatMap((item) => paragraphsOf(item.content)),
  );
}

function figureOf({ children }: Element): Block[] {
  const caption = children.filter((child) => typeof child !== 'string' && child.name === 'figcaption');
  const others = blocksOf(children.filter((child) => !caption.includes(child)));
  const words = textOf(caption);
  const at = others.findIndex((block) => block.type === 'figure');
  const first = others[at];
  if (first?.type === 'figure') {
    return others.with(at, { type: 'figure', attrs: { ...first.attrs, caption: words } });
  }
  return [...others, { type: 'paragraph', content: [{ type: 'text', text: words }] }];
}

function imageOf({ attributes }: Element, caption: string): Block {
  const file = (attributes.src ?? '').replace(/^\/media\//, '');
  return { type: 'figure', attrs: { pictureId: null, file, caption, credit: '', alt: attributes.alt ?? '' } };
}

function tableOf({ children }: Element): Block[] {
  const table: Table = { type: 'table', content: [] };
  const before: Block[] = [];
  for (const child of children) {
    if (typeof child === 'string') continue;
    if (child.name === 'caption') before.push({ type: 'paragraph', content: inlinesOf(child.children) });
    const rows = child.name === 'tr' ? [child] : child.children;
    for (const row of rows) {
      if (typeof row !== 'string' && row.name === 'tr') table.content.push(rowOf(row));
    }
  }
  return [...before, table];
}

function rowOf({ children }: Element): Table['content'][number] {
  const cells = children.filter((child) => typeof child !== 'string');
  return {
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
      attrs: { colspan: spanIn(cell.attributes.colspan), rowspan: spanIn(cell.attributes.rowspan) },
      content: paragraphsOf(plainPartsOf(cell)),
    })),
  };
}

function spanIn(text: string | undefined): number {
  const span = Number(text);
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece.children))).join(' ');
}
