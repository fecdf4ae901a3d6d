import { foldSpelling } from '@/lib/bengali/fold-spelling';
import { normalise } from '@/lib/bengali/normalise';
import { stem } from '@/lib/bengali/stem';

/** More says nothing that the first do not, and a text of a hundred thousand words costs no more than this. */
const MOST = 150;
const LONGEST = 40;
const LINK = /\b(?:https?:\/\/|www\.)([\p{L}\p{N}.-]{3,80})[^\s]*/giu;
const PHONE = /(?:\+?88)?[0০][1১][3-9৩-৯][-\s]?(?:[0-9০-৯][-\s]?){8}/gu;

/**
 * The words that tell an advertisement from an opinion, each once: folded, stemmed, with `link:`, `phone:` and
 * `from:` for what is more than a word. The same for learning and for asking.
 */
export function tellingWords(said: { name: string; website: string; body: string }): string[] {
  const found = new Set<string>();
  const host = hostOf(said.website);
  if (host !== '') found.add(`link:${host}`);
  let rest = plain(said.body);
  rest = rest.replace(LINK, (_, domain: string) => {
    found.add(`link:${hostOf(domain)}`);
    return ' ';
  });
  rest = rest.replace(PHONE, (_whole) => {
    found.add('phone:');
    return ' ';
  });
  for (const word of wordsOf(rest)) found.add(word);
  for (const word of wordsOf(plain(said.name))) found.add(`from:${word}`);
  return [...found].slice(0, MOST);
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (word.length < 2 || word.length > LONGEST) continue;
    yield /^\p{N}+$/u.test(word) ? `#${word.length}` : foldSpelling(stem(word));
  }
}

/** As the eye reads it: full-width letters plain, nothing invisible, small letters. */
export function plain(text: string): string {
  const seen = text.normalize('NFKC').replace(/\p{Cf}|\p{Variation_Selector}|\u034f/gu, '');
  return normalise(seen).toLowerCase();
}

function hostOf(address: string): string {
  return address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/?#].*$/s, '')
    .toLowerCase()
    .slice(0, 60);
}
