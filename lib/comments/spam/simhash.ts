import { graphemes } from '@barta/bengali/graphemes';
import { visibleText } from './visible-text';

/** Fewer letters are said by many people in the same words: "ভালো লেগেছে" is no copy. */
const LEAST = 24;
const SHINGLE = 3;
const MOST = 2_000;

/**
 * Sixteen hex digits that are alike for texts that are alike: a simhash over runs of three letters, as the eye sees
 * them, without space, punctuation or digits (a copy with another telephone number is a copy). `''` for a short text.
 */
export function fingerprintOf(text: string): string {
  const characters = graphemes(visibleText(text).replace(/[^\p{L}\p{M}]+/gu, '')).slice(0, MOST);
  if (characters.length < LEAST) return '';
  const weights = new Int32Array(64);
  for (let at = 0; at + SHINGLE <= characters.length; at += 1) {
    const [high, low] = hash64(characters.slice(at, at + SHINGLE).join(''));
    for (let bit = 0; bit < 32; bit += 1) {
      weights[bit] = (weights[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
      weights[bit + 32] = (weights[bit + 32] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
    }
  }
  return hexOf(weights.subarray(0, 32)) + hexOf(weights.subarray(32));
}

/** In how many of 64 bits others differ from this fingerprint; 64 if either is none. */
export function distanceFrom(one: string): (other: string) => number {
  if (one.length !== 16) return () => 64;
  const [high, low] = [half(one, 0), half(one, 8)];
  return (other) => (other.length === 16 ? bitsIn(high ^ half(other, 0)) + bitsIn(low ^ half(other, 8)) : 64);
}

const half = (fingerprint: string, at: number) => Number.parseInt(fingerprint.slice(at, at + 8), 16);

function bitsIn(word: number): number {
  let bits = word;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function hexOf(weights: Int32Array): string {
  let bits = 0;
  weights.forEach((weight, bit) => {
    if (weight > 0) bits |= 1 << bit;
  });
  return (bits >>> 0).toString(16).padStart(8, '0');
}

/** Two FNV-1a hashes of 32 bits from different beginnings, each stirred so that near texts differ everywhere. */
function hash64(text: string): [number, number] {
  let [high, low] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  return [stirred(high), stirred(low ^ 0x5bd1e995)];
}

function stirred(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
