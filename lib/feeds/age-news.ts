import type { AppDb } from '@/db/client';
import { firstPublishedIn } from '@/db/queries/stories/listings';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { newsHours } from './sitemap/sitemap';

/**
 * A story leaves the news sitemap by growing old, which no commit says; this does, once for all that left since
 * the last turn. Begins with what leaves after the call: an edge server that starts remembers no page.
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
