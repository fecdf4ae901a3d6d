import type { KnownStory } from '../editor-context';

/** Stories by words, a number, or nothing (the newest). Empty when nobody is signed in or the line is dead. */
export async function storiesFor(words: string, signal?: AbortSignal): Promise<KnownStory[]> {
  return ask(`q=${encodeURIComponent(words)}`, signal);
}

/** Stories by number; those that are not there are not in the answer. Null if there was none. */
export async function storiesNumbered(ids: readonly number[]): Promise<KnownStory[] | null> {
  if (ids.length === 0) return [];
  try {
    return await ask(`ids=${ids.slice(0, 60).join(',')}`, undefined, true);
  } catch {
    return null;
  }
}

async function ask(query: string, signal?: AbortSignal, isStrict = false): Promise<KnownStory[]> {
  const answer = await fetch(`/api/desk-search?${query}`, signal ? { signal } : {}).catch(
    (error: unknown) => {
      if (isStrict) throw error;
      return null;
    },
  );
  if (!answer?.ok) {
    if (isStrict) throw new Error(`the desk's search says ${answer?.status}`);
    return [];
  }
  return ((await answer.json()) as { stories: KnownStory[] }).stories;
}
