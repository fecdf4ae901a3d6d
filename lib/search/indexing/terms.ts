import { fromBengaliDigits } from '@barta/bengali/digits';
import { normalise } from '@barta/bengali/normalise';
import { foldSpelling } from '@barta/bengali/search/fold-spelling';
import { stems, verbRoot } from '@barta/bengali/search/stem';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** The index need not hold what nobody types. */
const LONGEST_TERM = 64;

/**
 * A text's words as the index holds them: repaired, small letters, ASCII digits, no joiner (র‍্যাব is র্যাব). A hyphen
 * parts words; a comma between digits and an apostrophe do not.
 */
export function termsOf(text: string): string[] {
  return (
    plain(text)
      .match(WORD)
      ?.map((word) => word.slice(0, LONGEST_TERM)) ?? []
  );
}

function plain(text: string): string {
  return fromBengaliDigits(normalise(text))
    .toLowerCase()
    .replace(/\u200C|\u200D|['’]|(?<=\d),(?=\d)/g, '');
}

/** Words come back by the thousand; their forms are worked out once. Emptied rather than grown without end. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 50_000;

/** Before the root of a verb, so that it meets other roots only. */
export const ROOT = '√';

/** The dictionary forms that a term may stand for, spelled one way. Two terms are one word if they share a key. */
export function keysOf(term: string): readonly string[] {
  const before = known.get(term);
  if (before) return before;

  const root = verbRoot(term);
  const keys = [...new Set(stems(term).map(foldSpelling)), ...(root ? [ROOT + foldSpelling(root)] : [])];
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(term, keys);
  return keys;
}

/** The keys of a text's words that are not the words themselves: what the stemmed columns add to the exact ones. */
export function addedKeysOf(terms: readonly string[]): string[] {
  return terms.flatMap((term) => keysOf(term).filter((key) => key !== term));
}
