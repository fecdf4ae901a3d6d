import type { AppDb, Db } from '@/db/client';
import { storyIdsAfter } from '@/db/queries/stories/search/found-stories';
import {
  markHeadlineWordsWhole,
  markSearchNew,
  optimiseSearch,
  recountHeadlineWords,
} from '@/db/search-index';
import { tx } from '@/db/tx';
import { indexStory } from './index-story';

const STORIES_A_TIME = 200;

/**
 * Writes every story into the search anew, as after a change of the stemmer. A batch is a transaction: readers find
 * each story in its old or its new row, editors wait for a batch at most, and a run cut short has done no harm.
 */
export async function reindex(db: AppDb): Promise<{ stories: number; ms: number }> {
  const start = performance.now();
  let stories = 0;
  let last = 0;
  for (;;) {
    const ids = await storyIdsAfter(db, last, STORIES_A_TIME);
    if (ids.length === 0) break;
    await tx(db, (t) => {
      for (const id of ids) indexStory(t, id);
    });
    stories += ids.length;
    last = ids.at(-1) ?? last;
  }
  await tx(db, (t) => {
    optimiseSearch(t);
    markSearchNew(t);
  });
  await recountWords(db);
  return { stories, ms: Math.round(performance.now() - start) };
}

/** The words of readers' headlines with the number of their stories, by the index as it lies. */
export async function recountWords(db: Db): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after;
    after = await tx(db, (t) => recountHeadlineWords(t, from));
  }
  await tx(db, markHeadlineWordsWhole);
}
