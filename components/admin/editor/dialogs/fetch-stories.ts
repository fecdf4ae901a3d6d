import type { KnownStory } from '../editor-context';

/** Stories by words, a number, or nothing (the newest). Empty when nobody is signed in or there is no network. */
export async function searchStories(words: string, signal?: AbortSignal): Promise<KnownStory[]> {
  return (await fetchStories(`q=${encodeURIComponent(words)}`, signal)) ?? [];
}

/** Stories by number, without those that do not exist. Null if the desk could not be asked. */
export async function storiesByIds(ids: readonly number[]): Promise<KnownStory[] | null> {
  return ids.length === 0 ? [] : fetchStories(`ids=${ids.slice(0, 60).join(',')}`);
}

async function fetchStories(query: string, signal?: AbortSignal): Promise<KnownStory[] | null> {
  const answer = await fetch(`/api/desk-search?${query}`, signal ? { signal } : {}).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { stories: KnownStory[] }).stories : null;
}
