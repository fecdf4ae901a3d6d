import { compareBengali } from '@barta/bengali/collation';
import { foldSpelling } from '@barta/bengali/search/fold-spelling';
import { getDb, type ReadDb } from '@/db/client';
import { latestPageEvent } from '@/db/queries/stories/search/found-stories';
import {
  headlinesFound,
  headlineWordsFrom,
  namesOf,
  newest,
  withStories,
} from '@/db/queries/stories/search/suggestions';
import { termsOf } from './indexing/terms';
import { type Equals, formsOf, headlineExpression, otherNamesFrom } from './query/match-expression';
import { equalsIn } from './query/newsroom-synonyms';

export interface SearchSuggestion {
  kind: 'topic' | 'byline' | 'headline';
  text: string;
  url: string;
}

const LONGEST_TYPED = 100;
const MOST_WORDS = 6;
const MOST_NAMES = 2;
const MOST_SUGGESTIONS = 8;
/** Names of a kind that are looked through, and the newest headlines when too little is typed to ask the index. */
const NAMES_READ = 5000;
const HEADLINES_READ = 500;
/** A shorter beginning stands before thousands of words, and the vocabulary would be gone through for them all. */
const LETTERS_FOR_THE_INDEX = 3;
/** Entries of the vocabulary looked at for one beginning, and words taken of them. */
const MOST_LOOKED_AT = 2000;
const MOST_BEGUN = 24;
/** Beginnings whose words are kept. */
const MOST_REMEMBERED = 300;

/** Topics, writers and headlines that what is typed may become, at most eight; nothing that readers may not see. */
export async function readSuggestions(typed: string, db = getDb()): Promise<SearchSuggestion[]> {
  const words = termsOf(typed.slice(0, LONGEST_TYPED)).slice(0, MOST_WORDS);
  const last = words.pop();
  if (last === undefined) return [];
  const equals = await equalsIn(db);
  const beginnings = beginningsOf(last, equals);
  if (beginnings.length === 0) return [];

  const memory = await memoryOf(db);
  const isMeant = (terms: readonly string[]) => holds(terms, words, last, beginnings);
  const names = await Promise.all(
    (['topic', 'byline'] as const).map(async (kind) => {
      const meant = (await remembered(memory.names, kind, () => readNames(db, kind)))
        .filter(({ terms }) => isMeant(terms))
        .sort((a, b) => compareBengali(a.name, b.name));
      const ids = meant.map(({ id }) => id);
      const shown = await withStories(db, kind, ids, MOST_NAMES);
      return meant
        .filter(({ id }) => shown.has(id))
        .map(({ name, slug }) => ({ kind, text: name, url: `/${kind}/${encodeURIComponent(slug)}` }));
    }),
  );

  const headlines = beginnings.every((beginning) => beginning.length >= LETTERS_FOR_THE_INDEX)
    ? await headlinesFound(
        db,
        headlineExpression(words, last, await wordsFrom(db, memory, beginnings), equals),
        MOST_SUGGESTIONS,
      )
    : (await remembered(memory.headlines, 'newest', () => readHeadlines(db))).filter(({ terms }) =>
        isMeant(terms),
      );
  return [
    ...names.flat(),
    ...headlines.map(({ id, section, headline }) => ({
      kind: 'headline' as const,
      text: headline,
      url: `/${section}/${id}`,
    })),
  ].slice(0, MOST_SUGGESTIONS);
}

/**
 * How a word may begin that has been typed so far, in each spelling and script. A conjunct that is still open ends in a
 * hasanta: মন্ত্ is on its way to মন্ত্রী.
 */
function beginningsOf(last: string, equals: Equals): string[] {
  const typed = last.replace(/[\u09CD\u200C\u200D]+$/, '');
  if (typed === '') return [];
  return [...new Set([typed, foldSpelling(typed), ...otherNamesFrom(typed, equals)])];
}

/** The commonest words of headlines that begin so: asked for whole, since a beginning has the index merge all places of each. */
async function wordsFrom(
  db: ReadDb,
  memory: SuggestionCache,
  beginnings: readonly string[],
): Promise<string[]> {
  const words = await Promise.all(
    beginnings.map((beginning) =>
      remembered(memory.words, beginning, () => headlineWordsFrom(db, beginning, MOST_LOOKED_AT, MOST_BEGUN)),
    ),
  );
  return [...new Set(words.flat())];
}

interface Name {
  id: number;
  name: string;
  slug: string;
  terms: readonly string[];
}

async function readNames(db: ReadDb, kind: 'topic' | 'byline'): Promise<Name[]> {
  const names = await namesOf(db, kind, NAMES_READ);
  return names.map((one) => ({ ...one, terms: termsOf(one.name) }));
}

async function readHeadlines(db: ReadDb) {
  const headlines = await newest.headlines(db, HEADLINES_READ).all();
  return headlines.map((one) => ({ ...one, terms: termsOf(one.headline) }));
}

/** What many who type ask alike: thousands of names cut into words, and counts that take the index a while. */
interface SuggestionCache {
  /** The last change that readers see; any later one empties the memory. */
  event: number;
  names: Map<string, Promise<Name[]>>;
  headlines: Map<string, ReturnType<typeof readHeadlines>>;
  words: Map<string, Promise<string[]>>;
}

const memories = new WeakMap<ReadDb, SuggestionCache>();

async function memoryOf(db: ReadDb): Promise<SuggestionCache> {
  const event = await latestPageEvent(db);
  const known = memories.get(db);
  if (known?.event === event) return known;
  const empty: SuggestionCache = { event, names: new Map(), headlines: new Map(), words: new Map() };
  memories.set(db, empty);
  return empty;
}

function remembered<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const made = make();
  const [oldest] = memory.keys();
  if (memory.size >= MOST_REMEMBERED && oldest !== undefined) memory.delete(oldest);
  memory.set(key, made);
  made.catch(() => memory.delete(key));
  return made;
}

function holds(
  terms: readonly string[],
  words: readonly string[],
  last: string,
  beginnings: readonly string[],
): boolean {
  const isThere = (word: string) => {
    const forms = new Set(formsOf(word));
    return terms.some((term) => formsOf(term).some((form) => forms.has(form)));
  };
  const spelled = terms.map(foldSpelling);
  return (
    (beginnings.some((beginning) => [...terms, ...spelled].some((term) => term.startsWith(beginning))) ||
      isThere(last)) &&
    words.every(isThere)
  );
}
