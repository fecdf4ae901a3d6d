import { foldSpelling } from '@barta/bengali/search/fold-spelling';
import { stem } from '@barta/bengali/search/stem';
import { findListedWords } from '@barta/bengali/word-filter/find-listed-words';
import { withPlainLinks } from '../hold-rules/links-in';
import { contactOfLink, contactOfPhone, handlesIn } from './contact-tokens';
import { withoutPhones } from './phones';
import { seedLists } from './seed-lists';
import { visibleText } from './visible-text';

/** More says nothing that the first do not, and a text of a hundred thousand words costs no more than this. */
const MOST = 150;
const LONGEST = 40;
const LINK =
  /(?<![@\p{L}\p{N}.])(?:https?:\/\/|www\.)?((?:[\p{L}\p{N}-]{1,63}\.){1,3}[a-z]{2,12}(?![\p{L}\p{M}])(?:\/[^\s]*)?)/giu;
const listed = seedLists.flatMap(([, words]) => words.split(' '));

/**
 * The words that tell an advertisement from an opinion, each once: folded, stemmed, with `link:`, `phone:` and
 * `from:` for what is more than a word. The same for learning and for asking.
 */
export function tokensOf(comment: { name: string; website: string; body: string }): string[] {
  const found = new Set<string>();
  const website = contactIn(comment.website.replace(/^https?:\/\//i, ''));
  if (website !== '') found.add(website);
  const plain = withPlainLinks(visibleText(comment.body));
  const phones = withoutPhones(plain);
  if (phones.count > 0) found.add('phone:');
  for (const number of phones.numbers) found.add(contactOfPhone(number));
  for (const handle of handlesIn(plain)) found.add(handle);
  const rest = phones.rest.replace(LINK, (_, address: string) => {
    const contact = contactIn(address);
    if (contact !== '') found.add(contact);
    return ' ';
  });
  for (const word of [...wordsOf(rest), ...veiledWords(comment.body)]) found.add(word);
  for (const word of wordsOf(visibleText(comment.name))) found.add(`from:${word}`);
  return [...found].slice(0, MOST);
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (word.length < 2 || word.length > LONGEST) continue;
    yield /^\p{N}+$/u.test(word) ? `#${word.length}` : foldSpelling(stem(word));
  }
}

/** The listed words that only the eye reads: in l e t t e r s set apart, or with d1gits among them. */
export function veiledWords(body: string): string[] {
  if (lastLookedAt.body !== body) lastLookedAt = { body, words: veiledIn(body) };
  return lastLookedAt.words;
}

/** What a text shows and which of its words tell are asked one behind the other, and this is most of the work of both. */
let lastLookedAt: { body: string; words: string[] } = { body: '', words: [] };

function veiledIn(body: string): string[] {
  const bare = new Set(wordsOf(visibleText(body)));
  return findListedWords(body, listed)
    .flatMap((word) => [...wordsOf(visibleText(word))])
    .filter((word) => !bare.has(word));
}

/** `host/path`, without its scheme. */
function contactIn(address: string): string {
  const [, host = '', path = ''] = /^(?:www\.)?([^/?#\s]*)(.*)$/s.exec(address) ?? [];
  return host === '' ? '' : contactOfLink(host.toLowerCase().slice(0, 60), path);
}
