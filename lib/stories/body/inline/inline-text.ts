import type { Inline } from './inline-schema';

/** The text of a paragraph or heading; a hard break becomes `\n`. */
export function inlineText(content: readonly Inline[]): string {
  return content.map((part) => (part.type === 'text' ? part.text : '\n')).join('');
}
