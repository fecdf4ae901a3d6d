import type { Match } from '@/db/queries/stories/search/candidates';
import { keysOf, termsOf } from '../indexing/terms';
import { FILLERS, STOP_WORDS } from './query-fillers';
import type { Query } from './read-query';
import { synonymGroups } from './synonyms';

/** A phrase stands in columns that hold words in their order; keys would let it stretch. */
const IN_ORDER = '{headline standfirst body topics bylines districts}';

const LETTERS_FOR_AN_ENDING = 3;

/** For a name of one word, by its first key, all names of the same, each as its words. */
export type Equals = ReadonlyMap<string, readonly string[][]>;

/** Names, of which those in one group stand for each other; groups that share a name are one. */
export function equalsOfGroups(groups: readonly (readonly string[])[]): Equals {
  const groupOf = new Map<string, string[][]>();
  for (const group of groups) {
    const names = group.map(termsOf).filter((name) => name.length > 0);
    const keys = names.flatMap((name) => (name.length === 1 ? [firstKeyOf(name[0] ?? '')] : []));
    const all = [...new Set(keys.flatMap((key) => groupOf.get(key) ?? [])), ...names];
    const merged = [...new Map(all.map((name) => [name.join(' '), name])).values()];
    for (const name of merged) if (name.length === 1) groupOf.set(firstKeyOf(name[0] ?? ''), merged);
  }
  return groupOf;
}

function firstKeyOf(term: string): string {
  return keysOf(term)[0] ?? term;
}

/** The same with Bengali words for words in Latin letters, besides the names that these stand for already. */
export function withSoundAlikes(equals: Equals, alike: ReadonlyMap<string, readonly string[]>): Equals {
  if (alike.size === 0) return equals;
  const all = new Map(equals);
  for (const [latin, words] of alike) {
    const key = firstKeyOf(latin);
    all.set(key, [...(all.get(key) ?? []), ...words.map((word) => [word])]);
  }
  return all;
}

const builtIn = equalsOfGroups(synonymGroups);

/** A query in FTS5's own language, or null if it asks for nothing. Holds nothing that was typed unquoted. */
export function matchExpression(
  { words, phrases, without, withoutPhrases }: Query,
  equals = builtIn,
): Match | null {
  const anyForm = (word: string) => anyFormOf(word, equals);
  const inOrder = (phrase: readonly string[]) => inOrderOf(phrase, equals);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  const needed = telling.length > 0 || phrases.length > 0 ? telling : words;
  const wanted = [...needed.map(anyForm), ...phrases.map(inOrder)];
  if (wanted.length === 0) return null;

  const all = wanted.map((one) => `(${one})`).join(' AND ');
  const unwanted = [...without.map(anyForm), ...withoutPhrases.map(inOrder)];
  return {
    whole: unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`,
    parts: wanted,
  };
}

/** A word or phrase of a query by itself, for a search that need not find them all. */
export interface QueryPart {
  word: string;
  /** As FTS5 reads it. */
  expression: string;
  /** The word only as it was typed. */
  exact: string;
  /** How much it counts beside the others, from 0 to 1, before its rarity. */
  factor: number;
}

const STOP_WORD_FACTOR = 0.03;
const FILLER_FACTOR = 0.12;

/** What a story may hold of a query, part by part, and what it must not. */
export function partsOf(
  { words, phrases, without, withoutPhrases }: Query,
  equals = builtIn,
): { parts: QueryPart[]; unwanted: string[] } {
  const factorOf = (word: string) =>
    STOP_WORDS.has(word) ? STOP_WORD_FACTOR : FILLERS.has(word) ? FILLER_FACTOR : 1;
  const parts = [...new Set([...words, ...phrases.flat()])].map((word) => ({
    word,
    expression: anyFormOf(word, equals),
    exact: quoted(word),
    factor: factorOf(word),
  }));
  const unwanted = [
    ...without.map((word) => anyFormOf(word, equals)),
    ...withoutPhrases.map((phrase) => inOrderOf(phrase, equals)),
  ];
  return { parts, unwanted };
}

/**
 * A phrase, its last word with any ending: “পদ্মা সেতু” stands in পদ্মা সেতুর. That what follows is an ending and no other
 * word (সেতুবন্ধন) is asked of the story, not of the place. Before a short word there would be too many.
 */
function inOrderOf(phrase: readonly string[], equals: Equals): string {
  const last = phrase.at(-1) ?? '';
  const whole = quoted(phrase.join(' '));
  if (last.length < LETTERS_FOR_AN_ENDING) return `(${IN_ORDER} : ${whole})`;
  return `((${IN_ORDER} : ${whole} *) AND (${anyFormOf(last, equals)}))`;
}

/** Headlines that hold these words, the last as it is or as one of those that it may become. */
export function headlineExpression(
  words: readonly string[],
  last: string,
  become: readonly string[],
  equals = builtIn,
): string {
  const anyForm = (word: string) => anyFormOf(word, equals);
  const open = [anyForm(last), ...become.map(quoted)].join(' OR ');
  const all = [...words.map(anyForm), open].map((one) => `(${one})`).join(' AND ');
  return `{headline headline_stem} : (${all})`;
}

/** Every term of the index that says a word found by these: the word itself first, then its keys and equals. */
function anyFormOf(word: string, known: Equals): string {
  const equals = equalsOf(word, known).map((name) =>
    name.length === 1
      ? formsOf(name[0] ?? '')
          .map(quoted)
          .join(' OR ')
      : quoted(name.join(' ')),
  );
  // covid19 for COVID-19: where digits meet letters a hyphen or space may stand in the text.
  const parts = word.match(/\d+|\D+/g) ?? [];
  const apart = parts.length === 2 ? [quoted(parts.join(' '))] : [];
  return [...formsOf(word).map(quoted), ...equals, ...apart].join(' OR ');
}

/** The terms under which a word's forms lie. */
export function formsOf(word: string): string[] {
  return [...new Set([word, ...keysOf(word)])];
}

/** Other names of the same, each as its words. A name of several words is known only whole, and not looked up. */
function equalsOf(word: string, known: Equals): readonly string[][] {
  for (const key of keysOf(word)) {
    const names = known.get(key);
    if (names) return names.filter((name) => name.join(' ') !== key && name.join(' ') !== word);
  }
  return [];
}

/** Other names, of one word, of the names that begin so: dhak says ঢাকা. Only from three letters on. */
export function otherNamesFrom(beginning: string, equals = builtIn): string[] {
  if (beginning.length < 3) return [];
  return [...equals].flatMap(([key, names]) =>
    key.startsWith(beginning)
      ? names.flatMap(([name, ...more]) => (name && more.length === 0 && name !== key ? [name] : []))
      : [],
  );
}

/** The keys that a found word may have: for marking it in the text. */
export function keysToMark({ words, phrases }: Query, equals = builtIn): Set<string> {
  const marked = [...words, ...phrases.flat(), ...words.flatMap((word) => equalsOf(word, equals).flat())];
  return new Set(marked.flatMap(formsOf));
}

function quoted(terms: string): string {
  return `"${terms}"`;
}
