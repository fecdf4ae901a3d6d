import { toLatin } from '@barta/bengali/latin/transliterate';
import { abusePatternsIn } from './abuse-patterns';
import { type AbuseHit, findAbuse } from './find-abuse';
import { abuseTokens, latinKey } from './fold-abuse-text';
import type { AbuseKind, AbuseStrength } from './list/abuse-kinds';
import { isQuoting } from './quoting';
import { toneFeatures } from './tone-features';

export const FEATURE_BITS = 17;
const MASK = (1 << FEATURE_BITS) - 1;

export interface AbuseFeatures {
  /** Bucket and value, a bucket possibly several times. */
  buckets: Int32Array;
  values: Float32Array;
  /** The gravest of what the list and the patterns found, if it is meant. */
  gravest: { kind: AbuseKind; strength: AbuseStrength } | null;
}

/** More words say nothing that the first do not. */
const MOST_TOKENS = 160;

/** What a text is made of, for the classifier: words, pairs, runs of letters, their sound in Latin letters, listed words. */
export function abuseFeatures(text: string): AbuseFeatures {
  const tokens = abuseTokens(text).slice(0, MOST_TOKENS);
  const found = findAbuse(tokens);
  const patterns = abusePatternsIn(tokens);
  const places = found.filter(({ strength }) => strength > 1);
  const isQuote = places.length > 0 && isQuoting(text, tokens, places);
  const hits = isQuote ? found.filter(({ strength }) => strength === 1) : found;
  const meant = isQuote ? without(tokens, found) : tokens;
  const sounds = meant.map(soundOf).filter((sound) => sound !== '');
  const families = [
    wordFeatures(meant),
    pairFeatures(meant, 'b'),
    letterFeatures(meant),
    [...sounds.map((sound) => bucketOf(`s${sound}`)), ...pairFeatures(sounds, 't')],
    sounds.flatMap((sound) => runsOf(sound, 'r', 2, 4)),
  ];
  const listed = [
    ...listFeatures(hits, isQuote ? [] : patterns, tokens.length),
    ...toneFeatures(text, meant),
  ].map(([name, value]) => [bucketOf(name), value] as const);
  const size = families.reduce((sum, family) => sum + family.length, listed.length);
  const buckets = new Int32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  for (const family of families) {
    const value = family.length === 0 ? 0 : 1 / Math.sqrt(family.length);
    for (const bucket of family) {
      buckets[at] = bucket;
      values[at++] = value;
    }
  }
  for (const [bucket, value] of listed) {
    buckets[at] = bucket;
    values[at++] = value;
  }
  return { buckets, values, gravest: isQuote ? null : gravestOf(hits, patterns) };
}

const NOUN = 'ক';
function without(tokens: readonly string[], found: readonly AbuseHit[]): string[] {
  const kept = [...tokens];
  for (const { at, size } of found) for (let nth = at; nth < at + size; nth += 1) kept[nth] = NOUN;
  return kept;
}

/** Words, and pairs of words with another between them. */
function wordFeatures(tokens: readonly string[]): number[] {
  const found: number[] = [];
  for (const [at, token] of tokens.entries())
    found.push(bucketOf(`w${token}`), bucketOf(`k${tokens[at - 2] ?? '^'} ${token}`));
  return found;
}

function pairFeatures(words: readonly string[], prefix: string): number[] {
  return words.map((word, at) => bucketOf(`${prefix}${words[at - 1] ?? '^'} ${word}`));
}

function letterFeatures(tokens: readonly string[]): number[] {
  return tokens.filter((token) => !/^[a-z]/.test(token)).flatMap((token) => runsOf(token, 'c', 2, 5));
}

function runsOf(word: string, prefix: string, shortest: number, longest: number): number[] {
  const marked = `^${word}$`;
  const found: number[] = [];
  for (let size = shortest; size <= longest; size += 1)
    for (let at = 0; at + size <= marked.length; at += 1)
      found.push(bucketOf(prefix + marked.slice(at, at + size)));
  return found;
}

/** Transliterating costs more than all else, and words come back. */
const knownSounds = new Map<string, string>();
const MOST_SOUNDS = 20_000;

/** How a word sounds in Latin letters, so that what is learnt of কুত্তার is known of kuttar. */
function soundOf(token: string): string {
  const known = knownSounds.get(token);
  if (known !== undefined) return known;
  const latin = /^[ -~]+$/.test(token) ? token : toLatin(token);
  // অ is typed o or a, and একার e or a; what ends a word may be left out.
  const sound = latinKey(latin.replace(/\*/g, ''))
    .replace(/[oa]+/g, 'a')
    .replace(/ai|e/g, 'e')
    .replace(/(?<=[bcdfgjklmnprst])h/g, '')
    .replace(/(.)\1+/g, '$1');
  if (knownSounds.size >= MOST_SOUNDS) knownSounds.clear();
  knownSounds.set(token, sound);
  return sound;
}

/** How many of each strength and kind: up to three say more than one. */
function listFeatures(
  hits: readonly { kind: AbuseKind; strength: AbuseStrength }[],
  patterns: readonly { kind: AbuseKind; strength: AbuseStrength }[],
  length: number,
): [string, number][] {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { kind, strength } of hits) {
    count(`L${strength}`);
    count(`L${kind}${strength}`);
  }
  for (const { kind, strength } of patterns) {
    count(`P${strength}`);
    count(`P${kind}`);
  }
  count('bias');
  if (hits.length > 0 && length <= 6) count('short');
  return [...counts].map(([name, times]) => [name, Math.log2(1 + Math.min(times, 4))]);
}

function gravestOf(
  hits: readonly { kind: AbuseKind; strength: AbuseStrength }[],
  patterns: readonly { kind: AbuseKind; strength: AbuseStrength }[],
): AbuseFeatures['gravest'] {
  const all = [...patterns, ...hits].toSorted((a, b) => b.strength - a.strength);
  const [first] = all;
  return first ? { kind: first.kind, strength: first.strength } : null;
}

/** FNV-1a, stirred. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & MASK;
}
