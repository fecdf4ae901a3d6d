import { normalise } from '@barta/bengali/normalise';
import { safeAddress } from '../html/safe-address';
import type { Inline, Mark, TextRun } from './inline-schema';

/** No space at the edges or beside a break, no break at the edges, no double breaks. */
export function tidyInline(content: readonly Inline[]): Inline[] {
  const lines: TextRun[][] = [[]];
  for (const part of content) {
    if (part.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  const filled = lines.map(tidyLine).filter((line) => line.length > 0);
  return filled.flatMap((line, at): Inline[] => (at === 0 ? line : [{ type: 'hardBreak' }, ...line]));
}

/** A text stored as an attribute, such as a caption: one line, trimmed. */
export function tidySingleLine(text: string): string {
  return foldSpace(text).replace(/\s+/gu, ' ').trim();
}

function tidyLine(line: readonly TextRun[]): TextRun[] {
  const marked = line.map((part) => ({ text: foldSpace(part.text), marks: tidyMarks(part.marks ?? []) }));
  // Normalise again after joining: the code points of one letter may have been in two runs.
  const runs = joined(joined(marked).map(({ text, marks }) => ({ marks, text: foldSpace(text) })));

  while (runs[0] && runs[0].text.trimStart() === '') runs.shift();
  while (runs.at(-1)?.text.trimEnd() === '') runs.pop();
  const first = runs[0];
  if (first) first.text = first.text.trimStart();
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.map(({ text, marks }) =>
    marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks },
  );
}

interface InlineText {
  text: string;
  marks: Mark[];
}

/** Neighbouring runs with equal marks are joined. A mark on white space alone is dropped: it is invisible. */
function joined(parts: readonly InlineText[]): InlineText[] {
  const whole: InlineText[] = [];
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

/** Each kind once, from the outside in. A link to an unsafe address is dropped, its text stays. */
function tidyMarks(marks: readonly Mark[]): Mark[] {
  return markOrder.flatMap((type): Mark[] => {
    const mark = marks.find((one) => one.type === type);
    if (mark?.type !== 'link') return mark ? [{ type: mark.type }] : [];
    const href = safeAddress(mark.attrs.href.trim().replace(/\s+/g, '%20'))?.href;
    return href ? [{ type: 'link', attrs: { href } }] : [];
  });
}

/**
 * A no-break space was typed on purpose and stays. Other control characters are invisible and not allowed in HTML.
 */
function foldSpace(text: string): string {
  return normalise(text.replace(/(?!\s)\p{Cc}/gu, '').replace(/[ \t\n\r\f\v\u2028\u2029]+/g, ' '));
}
