import { escapeHtml } from '../html/escape-html';
import type { Inline, Mark } from './inline-schema';

/**
 * Lines of text in the notation of the form without JavaScript: marks as HTML elements, a hard break as a line end.
 */
export function notationLines(content: readonly Inline[]): string[] {
  return content
    .map((part) =>
      part.type === 'hardBreak' ? '\n' : (part.marks ?? []).reduceRight(marked, escapedWhereRead(part.text)),
    )
    .join('')
    .split('\n');
}

const elements = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' } as const;

function marked(notation: string, mark: Mark): string {
  if (mark.type !== 'link') return `<${elements[mark.type]}>${notation}</${elements[mark.type]}>`;
  return `<a href="${escapeHtml(mark.attrs.href)}">${notation}</a>`;
}

/** Escapes only what would be parsed back as a tag or an entity. */
function escapedWhereRead(text: string): string {
  return text.replace(/&(?=#?[a-z\d]{1,40};)/gi, '&amp;').replace(/<(?=[a-z/!])/gi, '&lt;');
}
