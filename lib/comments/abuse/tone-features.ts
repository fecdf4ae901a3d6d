import { foldWord } from './fold-abuse-text';
import { registerWords, toneStems } from './list/tone-words';

/** The groups of stems or words that each folded form belongs to. */
function groupsByForm(lists: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [group, words] of Object.entries(lists))
    for (const form of new Set(words.split(' ').map(foldWord)))
      groups.set(form, [...(groups.get(form) ?? []), group]);
  return groups;
}

const groupsOfStem = groupsByForm(toneStems);
const groupsOfWord = groupsByForm(registerWords);
const MOST_ENDING = 4;
const SHORTEST_STEM = 2;

/** Endings of verbs that say how one addresses another, and of nouns that make people things. */
const VERB_ENDINGS = [
  ['respect', /(?:েন|ুন)$/u],
  ['contempt', /(?:িস|ছস|বি|লি)$/u],
  ['heap', /গুল[াো]/u],
] as const;
const SHORTEST_VERB = 4;

/**
 * The tone of a remark as shares, which a long text does not drown: the groups of words it uses, its manner of address, its
 * length and signs. Pairs of a feature's name and its value.
 */
export function toneFeatures(text: string, tokens: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const token of tokens) {
    for (const group of groupsOfToken(token)) count(`T${group}`);
    for (const group of groupsOfWord.get(token) ?? []) count(`R${group}`);
    if (token.length >= SHORTEST_VERB)
      for (const [name, pattern] of VERB_ENDINGS) if (pattern.test(token)) count(`R${name}`);
  }
  const share = 1 / Math.sqrt(tokens.length + 1);
  const found: [string, number][] = [];
  for (const [name, times] of counts) {
    found.push([name, times * share]);
    if (name.startsWith('T')) found.push([`${name}+`, 0.5]);
  }
  return [...found, ...signFeatures(text, tokens.length)];
}

function groupsOfToken(token: string): ReadonlySet<string> {
  const groups = new Set<string>();
  const shortest = Math.max(SHORTEST_STEM, token.length - MOST_ENDING);
  for (let size = token.length; size >= shortest; size -= 1)
    for (const group of groupsOfStem.get(token.slice(0, size)) ?? []) groups.add(group);
  return groups;
}

const MOST_SIGNS = 3;

function signFeatures(text: string, length: number): [string, number][] {
  const beginning = text.slice(0, 3_000);
  const shouts = beginning.match(/!/g)?.length ?? 0;
  const found: [string, number][] = [[`length${Math.min(6, Math.floor(Math.log2(1 + length)))}`, 1]];
  if (shouts > 0) found.push(['!', Math.min(MOST_SIGNS, shouts) / MOST_SIGNS]);
  if (/[?？]/u.test(beginning)) found.push(['?', 1]);
  if (/\p{Extended_Pictographic}/u.test(beginning)) found.push(['emoji', 1]);
  if (/[😡🤬🖕👎🤮💩]/u.test(beginning)) found.push(['emoji-', 1]);
  if (/[❤😍🥰🙏👍🌹💖]/u.test(beginning)) found.push(['emoji+', 1]);
  return found;
}
