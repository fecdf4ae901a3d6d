import type { Inline } from './inline-schema';

/** The words of a paragraph or heading; a break inside is `\n`. */
export function inlineText(content: readonly Inline[]): string {
  return content.map((part) => (part.type === 'text' ? part.text : '\n')).join('');
}
