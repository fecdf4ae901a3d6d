import { addedKeysOf, termsOf } from './terms';

/** Terms of many texts over one vocabulary, for a store that is filled in one go: each word is worked out once. */
export interface BulkTerms {
  /** The words as the index holds them, a space between. */
  exact: string;
  /** Their keys that are not the words themselves. */
  added: string;
}

/**
 * A function from a text, as its words, to its terms. The same as `termsOf` and `addedKeysOf` of the text where a space
 * stands between the words. Its memory grows with the vocabulary.
 */
export function bulkTerms(): (words: readonly string[]) => BulkTerms {
  const known = new Map<string, BulkTerms>();
  const knownOf = (word: string) => {
    const before = known.get(word);
    if (before) return before;
    const terms = termsOf(word);
    const made = { exact: terms.join(' '), added: addedKeysOf(terms).join(' ') };
    known.set(word, made);
    return made;
  };
  return (words) => {
    let exact = '';
    let added = '';
    for (const word of words) {
      const of = knownOf(word);
      if (of.exact !== '') exact += exact === '' ? of.exact : ` ${of.exact}`;
      if (of.added !== '') added += added === '' ? of.added : ` ${of.added}`;
    }
    return { exact, added };
  };
}
