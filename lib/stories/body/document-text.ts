import type { Block, Inline, List, Paragraph, Pictured, StoryDocument } from './document';

/**
 * A document's words, a line for each paragraph, item and row: for search, feeds and counting. What is only named
 * in it, as another story, is not part of it.
 */
export function textOfDocument({ content }: StoryDocument): string {
  return content
    .flatMap(linesOf)
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The words of a paragraph or heading; a break inside is `\n`. */
export function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map((part) => (part.type === 'text' ? part.text : '\n')).join('');
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOfInlines(block.content).split('\n');
    case 'pullQuote':
      return [...textOfInlines(block.content).split('\n'), block.attrs.by];
    case 'bulletList':
    case 'orderedList':
      return linesOfList(block);
    case 'blockquote':
    case 'correctionNote':
      return block.content.flatMap(linesOf);
    case 'factBox':
      return [block.attrs.title, ...block.content.flatMap(linesOfPart)];
    case 'figure':
      return [block.attrs.caption];
    case 'gallery':
      return [...block.attrs.pictures.map((one: Pictured) => one.caption), block.attrs.caption];
    case 'table':
      return block.content.map((row) =>
        row.content.map((cell) => cell.content.flatMap(linesOf).join(' ')).join(' '),
      );
    case 'embed':
      return [block.attrs.title];
    case 'alsoRead':
    case 'horizontalRule':
      return [];
  }
}

function linesOfList({ content }: List): string[] {
  return content.flatMap((item) => item.content.flatMap(linesOfPart));
}

function linesOfPart(part: Paragraph | List): string[] {
  return part.type === 'paragraph' ? linesOf(part) : linesOfList(part);
}
