import { graphemes, truncateGraphemes } from '@barta/bengali/graphemes';
import { irregularRoots } from '@barta/bengali/search/irregular-verbs';
import { ROOT, termsOf } from './indexing/terms';
import { formsOf } from './query/match-expression';

/** A piece of a text; `found` ones hold a word that was asked for, in whatever form. */
export interface ExcerptPart {
  text: string;
  found: boolean;
}

const WRITTEN_WORD = /(?:[\p{L}\p{M}\p{N}'’]|\u200C|\u200D)+/gu;

/** A text in pieces, its found words apart. Joined together the pieces are the text. */
export function piecesOf(text: string, keys: ReadonlySet<string>): ExcerptPart[] {
  const pieces: ExcerptPart[] = [];
  let end = 0;
  for (const [start, stop] of foundIn(text, keys)) {
    if (start > end) pieces.push({ text: text.slice(end, start), found: false });
    pieces.push({ text: text.slice(start, stop), found: true });
    end = stop;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}

/** Whether one of the words stands in it. */
export function holdsAny(text: string, keys: ReadonlySet<string>): boolean {
  return !foundIn(text, keys).next().done;
}

const EXCERPT_LETTERS = 110;
const LETTERS_BEFORE = 35;

/** Where the words are: the standfirst if it holds one, else the body about the first, else the standfirst. */
export function excerptOf(
  { standfirst, bodyText }: { standfirst: string; bodyText: string },
  keys: ReadonlySet<string>,
): ExcerptPart[] {
  if (holdsAny(standfirst, keys)) return piecesOf(standfirst, keys);

  const first = foundIn(bodyText, keys).next();
  if (first.done) return piecesOf(standfirst || truncateGraphemes(bodyText, EXCERPT_LETTERS, '…'), keys);
  const [at] = first.value;
  const lead = bodyText.slice(Math.max(0, at - 400), at);
  const sentence = lead
    .slice(Math.max(...['।', '?', '!', '\n'].map((stop) => lead.lastIndexOf(stop))) + 1)
    .trimStart();
  const before = graphemes(sentence);
  // The sentence from its beginning if the word comes soon, else from a word a little before it.
  const start =
    before.length <= LETTERS_BEFORE * 2
      ? sentence
      : `…${before.slice(-LETTERS_BEFORE).join('').replace(/^\S*/, '')}`;
  const rest = bodyText.slice(at, at + 1000).split('\n', 1)[0] ?? '';
  const room = Math.max(EXCERPT_LETTERS - graphemes(start).length, 30);
  return piecesOf(start + truncateGraphemes(rest, room, '…'), keys);
}

function* foundIn(
  text: string,
  keys: ReadonlySet<string>,
): Generator<[start: number, stop: number], undefined> {
  // Endings come at the end of a word: one that begins like no key is none of its forms, and costs nothing.
  const beginnings = new Set(Array.from(keys, (key) => key.replace(ROOT, '').charAt(0)));
  for (const { 0: word, index } of text.matchAll(WRITTEN_WORD)) {
    const [term = ''] = termsOf(word);
    // But গেছে is a form of যা.
    if (term === '' || !(beginnings.has(term.charAt(0)) || irregularRoots.has(term))) continue;
    if (formsOf(term).some((form) => keys.has(form))) yield [index, index + word.length];
  }
}
