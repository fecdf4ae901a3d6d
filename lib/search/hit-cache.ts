import type { ReadDb } from '@/db/client';
import { latestPageEvent } from '@/db/queries/stories/search/found-stories';
import { readQuery, sameQuery } from './query/read-query';
import { searchInSteps } from './query/search-steps';
import type { StepHits, StorySearch } from './search-stories';

/** How long hits are reused, and of how many queries they are cached: of each at most 1,000 numbers. */
const CACHED_MS = 30_000;
const MOST_KEPT = 100;

interface HitCache {
  /** The last change that readers see; any later one empties the memory. */
  event: number;
  hits: Map<string, { hits: StepHits; at: number }>;
}

const memories = new WeakMap<ReadDb, HitCache>();

/**
 * The hits of a search, from memory if the same query came within thirty seconds and nothing that readers see has
 * changed since. The same is what asks the same: a word in other digits, with spaces or a joiner more.
 */
export async function cachedHits(db: ReadDb, search: StorySearch, now: Date): Promise<StepHits> {
  const event = await latestPageEvent(db);
  let memory = memories.get(db);
  if (memory?.event !== event) {
    memory = { event, hits: new Map() };
    memories.set(db, memory);
  }

  const { q, ...rest } = search;
  const key = `${sameQuery(readQuery(q))}${JSON.stringify(rest)}`;
  const cached = memory.hits.get(key);
  const age = cached ? now.getTime() - cached.at : CACHED_MS;
  if (cached && age >= 0 && age < CACHED_MS) return cached.hits;

  const hits = await searchInSteps(db, search, now);
  memory.hits.delete(key);
  memory.hits.set(key, { hits, at: now.getTime() });
  const [oldest] = memory.hits.keys();
  if (memory.hits.size > MOST_KEPT && oldest !== undefined) memory.hits.delete(oldest);
  return hits;
}
