import { countGraphemes } from '../graphemes.ts';
import { findListedWords } from './find-listed-words.ts';

/** A part of a text: a listed word, or what is between two. */
export interface MarkedText {
  text: string;
  isMarked: boolean;
}

/** The most words of a listed phrase. */
const LONGEST_PHRASE = 5;

/**
 * Splits a text into parts and marks those in which `findListedWords` finds a listed word, with its ending and disguise. The
 * parts joined are the text.
 */
export function markListedWords(text: string, words: readonly string[]): MarkedText[] {
  const found = findListedWords(text, words);
  if (found.length === 0) return [{ text, isMarked: false }];

  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}\p{Cf}@$]+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  const marked = tokens.map(() => false);
  for (let first = 0; first < tokens.length; first += 1) {
    const last = Math.min(tokens.length, first + lengthOfWindow(text, tokens, first)) - 1;
    for (let end = first; end <= last; end += 1) {
      const from = tokens[first]?.from ?? 0;
      if (findListedWords(text.slice(from, tokens[end]?.to), found).length === 0) continue;
      // A match that is also found without its first word starts later.
      const next = tokens[first + 1]?.from ?? text.length;
      const beginsHere =
        end === first || findListedWords(text.slice(next, tokens[end]?.to), found).length === 0;
      if (beginsHere) marked.fill(true, first, end + 1);
      break;
    }
  }
  return partsOf(text, tokens, marked);
}

/** How many tokens are matched together: a run of single letters, or a phrase. */
function lengthOfWindow(
  text: string,
  tokens: readonly { from: number; to: number }[],
  first: number,
): number {
  let count = 0;
  while (count < 30) {
    const token = tokens[first + count];
    if (!token || countGraphemes(text.slice(token.from, token.to)) > 1) break;
    count += 1;
  }
  return Math.max(count, LONGEST_PHRASE);
}

function partsOf(text: string, tokens: readonly { from: number; to: number }[], marked: readonly boolean[]) {
  const parts: MarkedText[] = [];
  let at = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    if (!marked[i]) continue;
    const from = tokens[i]?.from ?? 0;
    while (marked[i + 1]) i += 1;
    const to = tokens[i]?.to ?? from;
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}
