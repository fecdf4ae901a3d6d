import { countGraphemes, truncateGraphemes } from '@barta/bengali/graphemes';
import { normalise } from '@barta/bengali/normalise';
import { keysOf, termsOf } from '@/lib/search/indexing/terms';

/** What a picture says of itself: what it shows, who made it, what is read aloud in its place. */
export interface PictureWords {
  caption: string;
  credit: string;
  alt: string;
}

/** Letters as a reader counts them; the same as a story's. */
export const wordLimits = { caption: 500, credit: 120, alt: 300 } as const;

export const wordFields = ['caption', 'credit', 'alt'] as const satisfies readonly (keyof PictureWords)[];

/** Letters repaired, one line, no space at the ends. */
export function tidyWords({ caption, credit, alt }: PictureWords): PictureWords {
  return { caption: oneLine(caption), credit: oneLine(credit), alt: oneLine(alt) };
}

/** The first field that is longer than it may be; null if none is. */
export function tooLongIn(words: PictureWords): keyof PictureWords | null {
  return wordFields.find((field) => isLonger(words[field], wordLimits[field])) ?? null;
}

/** For words that nobody here has typed: what is too much is left out, not refused. */
export function fittingWords(words: PictureWords): PictureWords {
  const tidy = tidyWords(words);
  for (const field of wordFields) {
    if (isLonger(tidy[field], wordLimits[field]))
      tidy[field] = truncateGraphemes(tidy[field], wordLimits[field] - 1, '…');
  }
  return tidy;
}

/** Which of the three are still missing: without them no story with the picture is published. */
export function missingWords(words: PictureWords): (keyof PictureWords)[] {
  return wordFields.filter((field) => words[field] === '');
}

/** The words' dictionary forms, each between spaces, for `pictures.search_keys`. */
export function searchKeysOf({ caption, credit, alt }: PictureWords): string {
  const keys = new Set(termsOf(`${caption} ${credit} ${alt}`).flatMap((term) => [term, ...keysOf(term)]));
  return keys.size === 0 ? '' : ` ${[...keys].join(' ')} `;
}

/** For each word looked for, the forms of which one is to be there. */
export function wantedKeys(query: string): string[][] {
  return termsOf(query)
    .slice(0, 12)
    .map((term) => [...new Set([term, ...keysOf(term)])]);
}

function oneLine(text: string): string {
  return normalise(text).replace(/\s+/gu, ' ').trim();
}

function isLonger(text: string, max: number): boolean {
  return text.length > max && countGraphemes(text) > max;
}
