import { foldWord, latinKey } from './fold-abuse-text';
import type { AbuseKind, AbuseStrength, AbuseWords } from './list/abuse-kinds';
import { latinWords } from './list/latin-words';
import { nativeWords } from './list/native-words';

export interface AbuseHit {
  kind: AbuseKind;
  strength: AbuseStrength;
  /** Where it begins, and how many tokens it spans. */
  at: number;
  size: number;
}

interface ListEntry {
  kind: AbuseKind;
  strength: AbuseStrength;
  words: string[];
}

/** Endings of nouns as they are written and spoken, longest first; two may follow one another (গুলা + রে). */
const NATIVE_ENDINGS = (
  'গুলোকে গুলোর গুলাকে গুলারে গুলার গুলিকে গুলির দেরকে দিগের গুলো গুলা গুলি গুলান েরাও দের েরা টাকে টারে টার টাই টাও টিকে টির ডারে ডার ' +
  'কেই কেও রাই রাও টা টি ডা রা কে রে ের েরে এর র ে ই ও য় মি পনা গিরি বাজি তে'
)
  .split(' ')
  .map(foldWord)
  .sort((a, b) => b.length - a.length);
const LATIN_ENDINGS =
  'gulare gulake gulore guloke gular gulor gulo gula derke der era ra ta tare take tar ti ke re er r e i giri'
    .split(' ')
    .map(latinKey)
    .sort((a, b) => b.length - a.length);

const native = indexOf(nativeWords, foldWord);
const latin = indexOf(latinWords, latinKey);

/** By the first word of each entry. */
function indexOf(lists: AbuseWords, fold: (word: string) => string): ReadonlyMap<string, ListEntry[]> {
  const index = new Map<string, ListEntry[]>();
  for (const [kind, strength, line] of lists) {
    for (const phrase of line.split(', ')) {
      const words = phrase.split(/[ -]/).map(fold);
      const [first = ''] = words;
      index.set(first, [...(index.get(first) ?? []), { kind, strength, words }]);
    }
  }
  return index;
}

/** The listed words and phrases among tokens as `abuseTokens` gives them, each where it begins, the gravest there. */
export function findAbuse(tokens: readonly string[]): AbuseHit[] {
  const hits: AbuseHit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const isLatin = /^[a-z]/.test(token);
    const bare = token.includes('*') ? tokens.with(at, token.replaceAll('*', '')) : tokens;
    const found =
      (isLatin
        ? hitAt(bare, at, latin, latinKey, LATIN_ENDINGS)
        : hitAt(bare, at, native, same, NATIVE_ENDINGS)) ?? (bare === tokens ? null : maskedHit(token, at));
    if (found) hits.push(found);
  }
  return hits;
}

const same = (word: string) => word;

function hitAt(
  tokens: readonly string[],
  at: number,
  index: ReadonlyMap<string, ListEntry[]>,
  keyOf: (word: string) => string,
  endings: readonly string[],
): AbuseHit | null {
  let gravest: AbuseHit | null = null;
  for (const stem of stemsOf(keyOf(tokens[at] ?? ''), endings)) {
    for (const { kind, strength, words } of index.get(stem) ?? []) {
      const isHere =
        words.length === 1 ||
        (stem === keyOf(tokens[at] ?? '') && phraseFollows(tokens, at, words, keyOf, kind));
      if (!isHere) continue;
      if (
        !gravest ||
        strength > gravest.strength ||
        (strength === gravest.strength && words.length > gravest.size)
      )
        gravest = { kind, strength, at, size: words.length };
    }
  }
  return gravest;
}

/** The last word of a phrase may have an ending; that of a threat is a verb in any of its forms. */
function phraseFollows(
  tokens: readonly string[],
  at: number,
  words: readonly string[],
  keyOf: (word: string) => string,
  kind: AbuseKind,
): boolean {
  for (let nth = 1; nth < words.length; nth += 1) {
    const token = keyOf(tokens[at + nth] ?? '');
    const word = words[nth] ?? '';
    if (nth < words.length - 1) {
      if (token !== word) return false;
    } else if (kind === 'threat' || kind === 'death-wish') {
      return word.length < 3 ? token === word || token === `${word}ক` : token.startsWith(word);
    } else {
      return token === word || (token.startsWith(word) && token.length - word.length <= 6);
    }
  }
  return true;
}

/** A word, and what is left without its endings. */
function stemsOf(word: string, endings: readonly string[]): string[] {
  const stems = [word];
  for (let round = 0, from = 0; round < 2; round += 1) {
    const until = stems.length;
    for (; from < until; from += 1) {
      const stem = stems[from] ?? '';
      for (const ending of endings) {
        if (stem.length > ending.length + 1 && stem.endsWith(ending))
          stems.push(stem.slice(0, -ending.length));
      }
    }
  }
  return stems;
}

/** Of the words never printed, those that a mask may stand for: `ম**গি`, `খান***`, `f**k`. */
const maskable = [...native.values(), ...latin.values()]
  .flat()
  .filter(({ strength, words }) => strength === 3 && words.length === 1 && (words[0] ?? '').length > 3);

function maskedHit(token: string, at: number): AbuseHit | null {
  const [head = ''] = token.split('*');
  // One letter and nothing but stars may be any word; it is one that its writer would not print.
  if (head === '' || token.replace(/\*/g, '').length < 2) {
    return head === '' ? null : { kind: 'insult', strength: 2, at, size: 1 };
  }
  const pattern = new RegExp(`^${token.replace(/\*+/g, (stars) => `.{1,${stars.length * 3 + 1}}`)}`, 'u');
  const entry = maskable.find(({ words }) => pattern.test(words[0] ?? ''));
  return entry ? { kind: entry.kind, strength: 3, at, size: 1 } : null;
}
