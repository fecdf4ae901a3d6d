import { graphemes } from '../graphemes.ts';
import { normalise } from '../normalise.ts';
import { toLatin } from './transliterate.ts';

const MAX_LENGTH = 80;
/** Text after this cannot reach the slug. */
const LONGEST_HEADLINE = 4000;

/** A slug in the headline's own script, of whole words where they fit and whole letters always; at most 80 UTF-16 units. */
export function slugify(headline: string): string {
  return joined(wordsOf(normalise(headline.slice(0, LONGEST_HEADLINE))));
}

/** A slug of a–z and 0–9, transliterated; `''` if nothing is left. */
export function latinSlug(headline: string): string {
  const words = wordsOf(toLatin(headline.slice(0, LONGEST_HEADLINE)));
  return joined(words.map((word) => word.replace(/[^a-z0-9]/g, '')).filter((word) => word !== ''));
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replace(/['’]|(?<!\u09CD)[\u200C\u200D](?!\u09CD)/g, '');
  return normalise(plain)
    .split(/[^\p{L}\p{M}\p{N}\u200C\u200D]+/u)
    .filter((word) => word !== '');
}

function joined(words: readonly string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MAX_LENGTH) return slug === '' ? cut(word) : slug;
    slug = longer;
  }
  return slug;
}

function cut(word: string): string {
  let whole = '';
  for (const letter of graphemes(word)) {
    if (whole.length + letter.length > MAX_LENGTH) break;
    whole += letter;
  }
  return whole;
}
