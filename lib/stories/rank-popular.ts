import { and, desc, eq, gt, notInArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { stories, viewCounts, viewTotals } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/pages/announce';

const anHourMs = 3_600_000;
const windowHours = 24;
/** As long as the longest most-read list that a page shows. */
const shown = 10;

/**
 * Scores each story by its readings of the last day, this hour's counting in full and yesterday's hardly. Pages
 * are told only if the list that they show reads differently. A day without any reading leaves the list alone.
 */
export async function rankPopular(db: Db, now = new Date()): Promise<void> {
  const thisHour = Math.floor(now.getTime() / anHourMs);

  await tx(db, (t) => {
    const readings = t
      .select({ storyId: viewCounts.storyId, hour: viewCounts.hour, views: viewCounts.views })
      .from(viewCounts)
      .where(gt(viewCounts.hour, thisHour - windowHours))
      .all();
    if (readings.length === 0) return;

    const scores = new Map<number, number>();
    for (const { storyId, hour, views } of readings) {
      const weight = windowHours - Math.max(0, thisHour - hour);
      scores.set(storyId, (scores.get(storyId) ?? 0) + views * weight);
    }

    const before = mostRead(t);
    t.update(viewTotals)
      .set({ dayScore: 0 })
      .where(and(gt(viewTotals.dayScore, 0), notInArray(viewTotals.storyId, [...scores.keys()])))
      .run();
    for (const [storyId, dayScore] of scores) {
      t.insert(viewTotals)
        .values({ storyId, dayScore })
        .onConflictDoUpdate({ target: viewTotals.storyId, set: { dayScore } })
        .run();
    }
    if (mostRead(t).join() !== before.join()) announce(t, { kind: 'popular-changed' }, now);
  });
}

function mostRead(t: Tx): number[] {
  return t
    .select({ storyId: viewTotals.storyId })
    .from(viewTotals)
    .innerJoin(stories, eq(stories.id, viewTotals.storyId))
    .where(and(gt(viewTotals.dayScore, 0), eq(stories.state, 'published')))
    .orderBy(desc(viewTotals.dayScore), desc(viewTotals.storyId))
    .limit(shown)
    .all()
    .map((row) => row.storyId);
}
