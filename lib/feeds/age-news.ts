import type { AppDb } from '@/db/client';
import { firstPublishedIn } from '@/db/queries/stories/listings';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { newsHours } from './sitemap/sitemap';

/**
 * Announces the stories that have become too old for the news sitemap since the last run, which no commit does. It
 * starts with what expires after the call: a starting edge server has an empty cache.
 */
export function newsAger(db: AppDb): (now: Date) => Promise<void> {
  let agedUpTo: Date | undefined;

  return async (now) => {
    const border = new Date(now.getTime() - newsHours * 3_600_000);
    const from = agedUpTo ?? border;
    if (await firstPublishedIn(db, from, border)) {
      await tx(db, (t) => announce(t, { kind: 'news-aged' }, now));
    }
    agedUpTo = border;
  };
}
