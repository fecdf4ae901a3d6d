/** One letter with its signs, or a conjunct. */
const LETTER = '[\\p{L}\\p{N}]\\p{M}*(?:\\u09cd\\p{L}\\p{M}*)*';
const SPACED = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:(?:${LETTER}|[:/.])\\s{1,3}){3,}(?:${LETTER})(?![\\p{L}\\p{M}\\p{N}])`,
  'gu',
);
const DOTTED = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${LETTER}[.*_~|-]){2,}(?:${LETTER})(?![\\p{L}\\p{M}\\p{N}])`,
  'gu',
);

/**
 * A visible text whose words are whole again: letters set apart by spaces or dots, signs between Bengali letters, pictures
 * between words. Words that were never one may be joined too: it is compared with the text itself, not shown.
 */
export function joinedText(seen: string): string {
  return seen
    .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]+/gu, ' ')
    .replace(SPACED, (run) => run.replace(/\s/g, ''))
    .replace(DOTTED, (run) => run.replace(/[.*_~|-]/g, ''))
    .replace(/(?<=[\u0980-\u09ff])[.*_~|-](?=[\u0980-\u09e5])/gu, '')
    .replace(/(?<=[a-z])[*_~|](?=[a-z])/gu, '')
    .replace(/\s+/g, ' ');
}
