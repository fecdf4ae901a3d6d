import { latinPhoneticKeys, phoneticKey } from '@barta/bengali/latin/phonetic-key';
import { toLatin } from '@barta/bengali/latin/transliterate';
import type { ReadDb } from '@/db/client';
import { commonHeadlineWords } from '@/db/queries/stories/search/suggestions';
import { distanceOf } from './nearest-words';

/** Words of headlines that are known by their sound, the commonest; and how long they are kept before they are read anew. */
const MOST_WORDS = 80_000;
const KEPT_MS = 10 * 60_000;
/** Bengali words that one Latin word may stand for. */
const MOST_ALIKE = 6;
/** Of the letters of a Latin word so many may differ from a Bengali word's own transliteration. */
const DIFFERENT_SHARE = 0.4;

interface SoundIndex {
  readAt: number;
  /** By phonetic key, the commonest words first. */
  words: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<object, SoundIndex>();

/** For each word in Latin letters the Bengali words of headlines that sound like it, the nearest first. */
export function soundAlikes(db: ReadDb, words: readonly string[], now: Date): Map<string, string[]> {
  const latin = words.filter((word) => /^[a-z]{3,}$/.test(word));
  if (latin.length === 0) return new Map();
  const index = indexOf(db, now);
  return new Map(
    latin.flatMap((word) => {
      const alike = nearestInSound(index, word);
      return alike.length > 0 ? [[word, alike] as const] : [];
    }),
  );
}

function nearestInSound({ words }: SoundIndex, latin: string): string[] {
  const most = Math.max(1, Math.round(latin.length * DIFFERENT_SHARE));
  return [...new Set(latinPhoneticKeys(latin).flatMap((key) => words.get(key) ?? []))]
    .map((word) => ({ word, distance: distanceOf(plainVowels(latin), plainVowels(toLatin(word)), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_ALIKE)
    .map(({ word }) => word);
}

/** Nobody agrees on o and a, or on doubled letters. */
function plainVowels(latin: string): string {
  return latin
    .replace(/[ao]+/g, 'o')
    .replace(/[ie]+/g, 'i')
    .replace(/[uw]+/g, 'u')
    .replace(/(.)\1+/g, '$1');
}

/** A tenth of a second for 80,000 words; a second request in the meantime has the older index. */
function indexOf(db: ReadDb, now: Date): SoundIndex {
  const known = indexes.get(db);
  if (known && now.getTime() - known.readAt < KEPT_MS) return known;
  const words = new Map<string, string[]>();
  for (const word of commonHeadlineWords(db, MOST_WORDS)) {
    const key = phoneticKey(word);
    const alike = words.get(key);
    if (alike) alike.push(word);
    else words.set(key, [word]);
  }
  const index = { readAt: now.getTime(), words };
  indexes.set(db, index);
  return index;
}
