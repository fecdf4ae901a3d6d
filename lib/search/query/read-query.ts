import { termsOf } from '../indexing/terms';

/** A query, word by word. */
export interface Query {
  /** Each must be found, in any form. */
  words: string[];
  /** Each must be found as it stands: the words of a quotation, in order. */
  phrases: string[][];
  /** None may be found, in any form. */
  without: string[];
  /** None may be found as it stands. */
  withoutPhrases: string[][];
}

/** Beyond these nobody reads what he types; within them every query is answered in bounded time. */
const LONGEST_QUERY = 500;
const MOST_TERMS = 12;

/** A query as it was typed: words, “phrases” and -words. Anything else in it is a space between words. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, LONGEST_QUERY).replace(/[“”„«»]/g, '"');
  const query: Query = { words: [], phrases: [], without: [], withoutPhrases: [] };
  let room = MOST_TERMS;
  const take = (terms: string[]) => {
    const taken = terms.slice(0, room);
    room -= taken.length;
    return taken;
  };

  // A quotation mark without its other half quotes nothing.
  for (const [, minus, phrase, word = ''] of text.matchAll(/(?:(?<=^|\s)([-−]))?(?:"([^"]*)"|([^\s"]+))/g)) {
    const terms = take(termsOf(phrase ?? word));
    if (phrase !== undefined && terms.length > 1) (minus ? query.withoutPhrases : query.phrases).push(terms);
    else if (minus) query.without.push(...terms);
    else query.words.push(...terms);
  }
  query.words = [...new Set(query.words)];
  return query;
}

/** One text for all queries that ask the same. */
export function sameQuery(query: Query): string {
  return JSON.stringify([query.words, query.phrases, query.without, query.withoutPhrases]);
}
