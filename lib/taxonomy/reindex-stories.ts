import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { indexStory } from '@/lib/search/indexing/index-story';

const STORIES_A_TIME = 200;

/**
 * Writes these stories into the search anew, after a name in them has changed. A batch is a transaction, so that a
 * topic with thousands of stories keeps no editor waiting; cut short, the search knows some by the former name only.
 */
export async function reindexSome(db: Db, storyIds: readonly number[]): Promise<void> {
  for (let from = 0; from < storyIds.length; from += STORIES_A_TIME) {
    await tx(db, (t) => {
      for (const id of storyIds.slice(from, from + STORIES_A_TIME)) indexStory(t, id);
    });
  }
}
