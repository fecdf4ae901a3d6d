import type { BlockNode, HtmlReader } from '../block';
import { type Block, blockDefinitions } from '../blocks';
import { documentOfBlocks, type StoryDocument } from '../document';
import { type HtmlElement, type HtmlPiece, htmlTree } from '../html/html-tree';
import type { Inline, Mark } from '../inline/inline-schema';
import { tidyDocument } from '../tidy-document';

/**
 * Converts the HTML of `bodyFromNotation` to blocks. It is well-formed and allow-listed, with attributes in double
 * quotes.
 */
export function documentFromHtml(html: string): StoryDocument {
  // Each parser creates the nodes of its own block.
  return tidyDocument(documentOfBlocks(blocksIn(htmlTree(html)) as Block[]));
}

const readers = new Map(
  blockDefinitions.flatMap((definition) =>
    Object.entries('fromHtml' in definition ? (definition.fromHtml ?? {}) : {}),
  ),
);

const read: HtmlReader = { blocks: blocksIn, inline: inlineIn, holdsBlock };

/** Text outside of any block becomes a paragraph; a picture within text becomes a block of its own. */
function blocksIn(pieces: readonly HtmlPiece[]): BlockNode[] {
  const blocks: BlockNode[] = [];
  let loose: HtmlPiece[] = [];
  const end = () => {
    blocks.push(...paragraphsIn(loose));
    loose = [];
  };
  for (const piece of pieces) {
    const reader = typeof piece === 'string' ? undefined : readers.get(piece.name);
    if (typeof piece === 'string' || !reader) {
      loose.push(piece);
      continue;
    }
    end();
    blocks.push(...reader(piece, read));
  }
  end();
  return blocks;
}

function holdsBlock({ children }: HtmlElement): boolean {
  return children.some(
    (child) => typeof child !== 'string' && (readers.has(child.name) || holdsBlock(child)),
  );
}

function paragraphsIn(pieces: readonly HtmlPiece[]): BlockNode[] {
  if (pieces.every((piece) => typeof piece === 'string' || !holdsBlock(piece))) return [paragraphOf(pieces)];
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [paragraphOf([piece])];
    return blocksIn(holdsBlock(piece) ? piece.children : [piece]);
  });
}

function paragraphOf(pieces: readonly HtmlPiece[]): BlockNode & { content: Inline[] } {
  return { type: 'paragraph', content: inlineIn(pieces) };
}

function inlineIn(pieces: readonly HtmlPiece[], around: readonly Mark[] = []): Inline[] {
  return pieces.flatMap((piece): Inline[] => {
    if (typeof piece === 'string') return [{ type: 'text', text: piece, marks: [...around] }];
    if (piece.name === 'br') return [{ type: 'hardBreak' }];
    const mark = markOf(piece);
    const marks = mark ? [...around.filter(({ type }) => type !== mark.type), mark] : around;
    return inlineIn(piece.children, marks);
  });
}

const marksByElement: Readonly<Record<string, Exclude<Mark['type'], 'link'>>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  sup: 'superscript',
  sub: 'subscript',
};

function markOf({ name, attributes }: HtmlElement): Mark | null {
  if (name === 'a') return attributes.href ? { type: 'link', attrs: { href: attributes.href } } : null;
  const type = marksByElement[name];
  return type ? { type } : null;
}
