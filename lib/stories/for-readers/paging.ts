import type { CardRow, Cursor, ListingPage } from '@/db/queries/stories/listings';
import { cardsFrom, type StoryCard } from './cards';
import { cursorAfter } from './cursor';

/** One page of a listing. `olderBefore` is the cursor of the next one, null on the last. */
export interface StoryListingPage {
  stories: StoryCard[];
  olderBefore: string | null;
}

const PER_PAGE = 20;

/**
 * A page of whatever `rowsOf` lists. It asks for one row more than is shown, which tells whether another page
 * follows.
 */
export async function pageOf(
  rowsOf: (page: ListingPage) => Promise<CardRow[]> | CardRow[],
  before: Cursor | undefined,
): Promise<StoryListingPage> {
  const rows = await rowsOf({ before, limit: PER_PAGE + 1 });
  const stories = cardsFrom(rows.slice(0, PER_PAGE));
  const last = stories.at(-1);
  return { stories, olderBefore: rows.length > PER_PAGE && last ? cursorAfter(last) : null };
}
