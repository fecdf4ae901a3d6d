import { normalise } from '@barta/bengali/normalise';
import type {
  Block,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  Pictured,
  StoryDocument,
  Words,
} from './document';
import { safeAddress } from './notation/body-from-notation';

/**
 * One way to write each document: letters repaired, neighbours with the same marks joined, space folded, empty
 * blocks gone. Two that look alike to a reader are equal after it, and it changes nothing the second time.
 */
export function tidyDocument({ version, content }: StoryDocument): StoryDocument {
  return { type: 'doc', version, content: content.flatMap(tidyBlock) };
}

function tidyBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphs([block]);
    case 'heading': {
      const content = tidyInlines(block.content);
      return content.length === 0 ? [] : [{ type: 'heading', attrs: { level: block.attrs.level }, content }];
    }
    case 'bulletList':
    case 'orderedList':
      return lists(block);
    case 'blockquote':
    case 'correctionNote': {
      const content = paragraphs(block.content);
      return content.length === 0 ? [] : [{ type: block.type, content }];
    }
    case 'pullQuote': {
      const content = tidyInlines(block.content);
      return content.length === 0
        ? []
        : [{ type: 'pullQuote', attrs: { by: oneLine(block.attrs.by) }, content }];
    }
    case 'figure': {
      const attrs = tidyPictured(block.attrs);
      return isShown(attrs) ? [{ type: 'figure', attrs }] : [];
    }
    case 'gallery': {
      const pictures = block.attrs.pictures.map(tidyPictured).filter(isShown);
      const caption = oneLine(block.attrs.caption);
      return pictures.length === 0 ? [] : [{ type: 'gallery', attrs: { caption, pictures } }];
    }
    case 'table': {
      const rows = block.content.map(({ content }) => ({
        type: 'tableRow' as const,
        content: content.map((cell) => ({
          type: cell.type,
          attrs: { colspan: cell.attrs.colspan, rowspan: cell.attrs.rowspan },
          content: paragraphs(cell.content),
        })),
      }));
      const filled = rows.filter(({ content }) => content.length > 0);
      return filled.length === 0 ? [] : [{ type: 'table', content: filled }];
    }
    case 'embed': {
      const { provider, title, pictureId } = block.attrs;
      const url = safeAddress(block.attrs.url.replace(/\s+/g, ''))?.href;
      return url ? [{ type: 'embed', attrs: { provider, url, title: oneLine(title), pictureId } }] : [];
    }
    case 'factBox': {
      const content = parts(block.content);
      const title = oneLine(block.attrs.title);
      return content.length === 0 && title === '' ? [] : [{ type: 'factBox', attrs: { title }, content }];
    }
    case 'alsoRead':
      return [{ type: 'alsoRead', attrs: { storyId: block.attrs.storyId } }];
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
  }
}

function lists({ type, content }: List): List[] {
  const items = content
    .map((item): ListItem => ({ type: 'listItem', content: parts(item.content) }))
    .filter((item) => item.content.length > 0);
  return items.length === 0 ? [] : [{ type, content: items }];
}

function parts(some: readonly (Paragraph | List)[]): (Paragraph | List)[] {
  return some.flatMap((part): (Paragraph | List)[] =>
    part.type === 'paragraph' ? paragraphs([part]) : lists(part),
  );
}

function paragraphs(some: readonly Paragraph[]): Paragraph[] {
  return some
    .map(({ content }): Paragraph => ({ type: 'paragraph', content: tidyInlines(content) }))
    .filter(({ content }) => content.length > 0);
}

/** No space at an edge or beside a break, no break at an edge or twice. */
function tidyInlines(inlines: readonly Inline[]): Inline[] {
  const lines: Words[][] = [[]];
  for (const part of inlines) {
    if (part.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  const kept = lines.map(tidyLine).filter((line) => line.length > 0);
  return kept.flatMap((line, at): Inline[] => (at === 0 ? line : [{ type: 'hardBreak' }, ...line]));
}

function tidyLine(line: readonly Words[]): Words[] {
  const marked = line.map((part) => ({ text: folded(part.text), marks: tidyMarks(part.marks ?? []) }));
  // Once more when joined: signs of one letter may have stood in two pieces.
  const words = joined(joined(marked).map(({ text, marks }) => ({ marks, text: folded(text) })));

  while (words[0] && words[0].text.trimStart() === '') words.shift();
  while (words.at(-1)?.text.trimEnd() === '') words.pop();
  const first = words[0];
  if (first) first.text = first.text.trimStart();
  const last = words.at(-1);
  if (last) last.text = last.text.trimEnd();
  return words.map(({ text, marks }) =>
    marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks },
  );
}

interface Marked {
  text: string;
  marks: Mark[];
}

/** Neighbours of one look as one. A mark on nothing but space is no mark: no reader sees it. */
function joined(parts: readonly Marked[]): Marked[] {
  const whole: Marked[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    const last = whole.at(-1);
    const isBlank = part.text.trim() === '';
    const marks = isBlank ? [] : part.marks;
    if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += part.text;
    else whole.push({ text: part.text, marks });
  }
  return whole;
}

const markOrder = ['link', 'bold', 'italic', 'superscript', 'subscript'];

/** Each kind once, from the outside in. A link that may lead nowhere is none. */
function tidyMarks(marks: readonly Mark[]): Mark[] {
  return markOrder.flatMap((type): Mark[] => {
    const mark = marks.find((one) => one.type === type);
    if (mark?.type !== 'link') return mark ? [{ type: mark.type }] : [];
    const href = safeAddress(mark.attrs.href.trim().replace(/\s+/g, '%20'))?.href;
    return href ? [{ type: 'link', attrs: { href } }] : [];
  });
}

function tidyPictured({ pictureId, file, caption, credit, alt }: Pictured): Pictured {
  return {
    pictureId,
    file: pictureId === null ? file : '',
    caption: oneLine(caption),
    credit: oneLine(credit),
    alt: oneLine(alt),
  };
}

function isShown({ pictureId, file }: Pictured): boolean {
  return pictureId !== null || file !== '';
}

/** A no-break space is somebody's wish and stays. Other controls have no look, and no place in HTML. */
function folded(text: string): string {
  return normalise(text.replace(/(?!\s)\p{Cc}/gu, '').replace(/[ \t\n\r\f\v\u2028\u2029]+/g, ' '));
}

function oneLine(text: string): string {
  return folded(text).replace(/\s+/gu, ' ').trim();
}
