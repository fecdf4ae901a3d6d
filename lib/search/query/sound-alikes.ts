import { latinPhoneticKeys, phoneticKey } from '@barta/bengali/latin/phonetic-key';
import { toLatin } from '@barta/bengali/latin/transliterate';
import { foldSpelling } from '@barta/bengali/search/fold-spelling';
import type { ReadDb } from '@/db/client';
import { commonHeadlineWords } from '@/db/queries/stories/search/suggestions';
import { distanceOf } from './nearest-words';

/** Words of headlines that are known by their sound, the commonest; and how long they are kept before they are read anew. */
const MOST_WORDS = 80_000;
const KEPT_MS = 10 * 60_000;
/** Words whose keys are made in one go: some ten milliseconds. */
const SLICE = 2000;
/** Bengali words that one Latin word may stand for. */
const MOST_ALIKE = 6;
/** Of the letters of a Latin word so many may differ from a Bengali word's own transliteration. */
const DIFFERENT_SHARE = 0.4;

interface SoundIndex {
  /** By phonetic key, the commonest words first. */
  words: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<object, { readAt: number; index: Promise<SoundIndex> }>();

/** For each word in Latin letters the Bengali words of headlines that sound like it, the nearest first. */
export async function soundAlikes(
  db: ReadDb,
  words: readonly string[],
  now: Date,
): Promise<Map<string, string[]>> {
  const latin = words.filter((word) => /^[a-z]{3,}$/.test(word));
  if (latin.length === 0) return new Map();
  const index = await indexOf(db, now);
  return new Map(
    latin.flatMap((word) => {
      const alike = nearestInSound(index, word);
      return alike.length > 0 ? [[word, alike] as const] : [];
    }),
  );
}

function nearestInSound({ words }: SoundIndex, latin: string): string[] {
  const most = Math.max(1, Math.round(latin.length * DIFFERENT_SHARE));
  return spelledOnce(latinPhoneticKeys(latin).flatMap((key) => words.get(key) ?? []))
    .map((word) => ({ word, distance: distanceOf(plainVowels(latin), plainVowels(toLatin(word)), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_ALIKE)
    .map(({ word }) => word);
}

/** One spelling of each word: the vocabulary holds search keys too (নদি), of which the written word (নদী) finds the same. */
function spelledOnce(words: readonly string[]): string[] {
  const bySpelling = new Map<string, string>();
  for (const word of words) {
    const folded = foldSpelling(word);
    const known = bySpelling.get(folded);
    if (known === undefined || (known === folded && word !== folded)) bySpelling.set(folded, word);
  }
  return [...bySpelling.values()];
}

/** Nobody agrees on o and a, or on doubled letters. */
function plainVowels(latin: string): string {
  return latin
    .replace(/[ao]+/g, 'o')
    .replace(/[ie]+/g, 'i')
    .replace(/[uw]+/g, 'u')
    .replace(/(.)\1+/g, '$1');
}

/** The first query waits for the index; later ones are answered from the older one while a new one is made. */
async function indexOf(db: ReadDb, now: Date): Promise<SoundIndex> {
  const known = indexes.get(db);
  if (known && now.getTime() - known.readAt < KEPT_MS) return known.index;
  const index = buildIndex(db);
  // One attempt at a time; after a failure the next query tries again.
  const old = known?.index;
  indexes.set(db, { readAt: now.getTime(), index: old ?? index });
  index.then(
    () => indexes.set(db, { readAt: now.getTime(), index }),
    () => indexes.delete(db),
  );
  return old ?? index;
}

/** 80,000 words take some 0.4 s of the processor: other requests are answered between the slices. */
async function buildIndex(db: ReadDb): Promise<SoundIndex> {
  const words = new Map<string, string[]>();
  const all = commonHeadlineWords(db, MOST_WORDS);
  for (let from = 0; from < all.length; from += SLICE) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    for (const word of all.slice(from, from + SLICE)) {
      const key = phoneticKey(word);
      const alike = words.get(key);
      if (alike) alike.push(word);
      else words.set(key, [word]);
    }
  }
  return { words };
}
