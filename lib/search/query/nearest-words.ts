import { foldSpelling } from '@barta/bengali/search/fold-spelling';
import { stem } from '@barta/bengali/search/stem';
import type { ReadDb } from '@/db/client';
import { isFound, wordsBetween } from '@/db/queries/stories/search/suggestions';
import { matchExpression } from './match-expression';
import { equalsIn } from './newsroom-synonyms';
import { FILLERS, STOP_WORDS } from './query-fillers';
import { readQuery } from './read-query';

/** Words that begin alike, looked at for one misspelled; and how many words of a query are looked at. */
const MOST_CANDIDATES = 4000;
const MOST_WORDS = 4;
const MOST_SUGGESTIONS = 5;

/**
 * Queries to try when one found nothing: two words as the one that stories write; for a word that no story holds the
 * nearest that some do, for words that only never meet each of them alone. Each finds something.
 */
export async function nearestQueries(db: ReadDb, q: string): Promise<string[]> {
  const { words, phrases } = readQuery(q);
  const queryWords = [...new Set([...words, ...phrases.flat()])]
    .filter((word) => !FILLERS.has(word) && !STOP_WORDS.has(word))
    .slice(0, MOST_WORDS);
  const equals = await equalsIn(db);
  const holds = async (together: readonly string[]) => {
    const query = { words: [...together], phrases: [], without: [], withoutPhrases: [] };
    const match = matchExpression(query, equals);
    return match !== null && (await isFound(db, match.whole));
  };
  const suggestions = new Set<string>();
  for (const joined of pairsJoined(words.slice(0, MOST_WORDS)))
    if (await holds(joined)) suggestions.add(joined.join(' '));
  for (const word of queryWords) {
    if (await holds([word])) suggestions.add(word);
    else for (const near of await nearestWords(db, word)) suggestions.add(near);
  }
  suggestions.delete(q.trim());
  return [...suggestions].slice(0, MOST_SUGGESTIONS);
}

/** The same words with two neighbours as one, each pair in its turn: who types পরিচয় পত্র wants পরিচয়পত্র. */
function pairsJoined(words: readonly string[]): string[][] {
  return words
    .slice(1)
    .map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)]);
}

async function nearestWords(db: ReadDb, word: string): Promise<string[]> {
  const wanted = foldSpelling(word);
  const most = wanted.length <= 4 ? 1 : 2;
  // Its first letter and sign are what a reader gets right; else its first letter alone.
  for (const beginning of [word.slice(0, 2), word.slice(0, 1)]) {
    const candidates = await wordsBetween(db, beginning, `${beginning}\uFFFF`, MOST_CANDIDATES);
    const near = candidates
      .map((candidate) => ({
        ...candidate,
        distance: distanceOf(wanted, foldSpelling(candidate.word), most),
      }))
      .filter(({ distance }) => distance <= most)
      .sort((a, b) => a.distance - b.distance || b.stories - a.stories);
    const oneOfEach = new Map(
      near.map(({ word: found }) => [stem(foldSpelling(found)), found] as const).reverse(),
    );
    if (near.length > 0) return [...oneOfEach.values()].reverse().slice(0, 3);
  }
  return [];
}

/** Letters to add, drop, change or swap with a neighbour; above `most` it is not worked out to the end. */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (twoAbove[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [twoAbove, above] = [above, row];
  }
  return above[b.length] ?? most + 1;
}
