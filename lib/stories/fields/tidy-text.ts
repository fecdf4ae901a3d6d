import { countGraphemes } from '@barta/bengali/graphemes';
import { normalise } from '@barta/bengali/normalise';

/** White space folded, letters repaired: for a headline, a name, a note to readers. */
export function oneLine(text: string): string {
  return normalise(text).replace(/\s+/gu, ' ').trim();
}

/** Letters repaired, lines trimmed at the end, no empty lines at either end. */
export function manyLines(text: string): string {
  return normalise(text.replace(/\r\n?/g, '\n'))
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** Tidy names without duplicates. */
export function distinctNames(names: readonly string[]): string[] {
  return [...new Set(names.map(oneLine).filter((name) => name !== ''))];
}

/** The names in one line of text, as in `খাল, নদী、পানি`. */
export function namesIn(line: string): string[] {
  return line.split(/[,،、;\n]/).filter((name) => name.trim() !== '');
}

/** Whether a text has more than `max` graphemes. */
export function isLonger(text: string, max: number): boolean {
  // A grapheme has at least one character, so most texts need no counting.
  return text.length > max && countGraphemes(text) > max;
}
