import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stories, viewCounts, viewTotals } from '@/db/schema';
import { tx } from '@/db/tx';

const anHourMs = 3_600_000;

/** Adds readings, by story, to the hour that `now` is in. What names no published story is left aside. */
export async function countViews(
  db: Db,
  counts: ReadonlyMap<number, number>,
  now = new Date(),
): Promise<void> {
  if (counts.size === 0) return;
  const hour = Math.floor(now.getTime() / anHourMs);

  await tx(db, (t) => {
    const known = t
      .select({ id: stories.id })
      .from(stories)
      .where(and(inArray(stories.id, [...counts.keys()]), eq(stories.state, 'published')))
      .all();
    for (const { id: storyId } of known) {
      const views = counts.get(storyId) ?? 0;
      t.insert(viewCounts)
        .values({ storyId, hour, views })
        .onConflictDoUpdate({
          target: [viewCounts.storyId, viewCounts.hour],
          set: { views: sql`${viewCounts.views} + ${views}` },
        })
        .run();
      t.insert(viewTotals)
        .values({ storyId, total: views })
        .onConflictDoUpdate({
          target: viewTotals.storyId,
          set: { total: sql`${viewTotals.total} + ${views}` },
        })
        .run();
    }
  });
}
