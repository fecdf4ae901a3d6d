import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { sections, settings, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { settingsFrom } from '@/lib/site/settings';

const A_DAY_MS = 86_400_000;

/**
 * Announces the discussions that have closed by themselves in `(since, now]`, so that no remembered page goes on asking
 * for comments, and returns the stories' ids. A comment is refused by its own transaction; this is for the pages. One
 * index seek for a section, and one for the stories with a day of their own.
 */
export async function closeDue(db: AppDb, since: Date, now = new Date()): Promise<number[]> {
  const { commentsDays } = settingsFrom(db.select().from(settings).all());
  const byDay = db
    .select({ id: stories.id })
    .from(stories)
    .where(
      and(
        sql`${stories.commentsUntil} is not null`,
        gt(stories.commentsUntil, since),
        lte(stories.commentsUntil, now),
        eq(stories.state, 'published'),
        eq(stories.comments, 'open'),
      ),
    )
    .all();
  const byAge = db
    .select({ id: sections.id, days: sections.commentsDays })
    .from(sections)
    .all()
    .flatMap(({ id, days }) => {
      const ageMs = (days ?? commentsDays) * A_DAY_MS;
      return db
        .select({ id: stories.id })
        .from(stories)
        .where(
          and(
            sql`${stories.state} = 'published'`,
            eq(stories.sectionId, id),
            gt(stories.publishedAt, new Date(since.getTime() - ageMs)),
            lte(stories.publishedAt, new Date(now.getTime() - ageMs)),
            eq(stories.comments, 'open'),
            isNull(stories.commentsUntil),
          ),
        )
        .all();
    });
  const closed = [...byDay, ...byAge].map(({ id }) => id);
  if (closed.length > 0) {
    await tx(db, (t) => {
      for (const storyId of closed) announce(t, { kind: 'discussion-changed', storyId }, now);
    });
  }
  return closed;
}

/** The scheduler's job. The cache is empty when the server starts, so earlier closings need no invalidation. */
export function discussionCloser(db: AppDb): (now: Date) => Promise<void> {
  let closedUntil = new Date();
  return async (now) => {
    await closeDue(db, closedUntil, now);
    closedUntil = now;
  };
}
