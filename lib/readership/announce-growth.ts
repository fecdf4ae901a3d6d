import type { AppDb } from '@/db/client';
import { settings } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { settingsFrom } from '@/lib/site/settings';
import type { ViewTally } from './view-tally';

/** So many stories' pages are made anew a minute at most: a hundredth of one renderer's time. */
export const mostAtOnce = 60;
/** Totals that are followed; of a story that falls out the page may lag behind by one more step. */
const mostFollowed = 100_000;

/** What a reader would call another number: a twentieth more, and three at least. */
export function isNoticeable(announced: number, total: number): boolean {
  return total - announced >= Math.max(3, announced / 20);
}

export interface GrowthAnnouncer {
  /** After each write. */
  counted(tallies: readonly ViewTally[], totals: ReadonlyMap<number, number>): void;
  /** To be called each minute. */
  announce(now: Date): Promise<void>;
}

/**
 * A story's page says how often it was read, and is remembered as it was made. Its number is true when it is made and
 * then lags: by a twentieth at most, and whatever a minute adds. So a hot story is made anew once a minute, however
 * many read it, and a house of hot stories `mostAtOnce` pages a minute, those first that lag the most.
 * What pages show is known to this process only: an edge server that starts knows no page either.
 */
export function growthAnnouncer(db: AppDb): GrowthAnnouncer {
  /** The least that a remembered page may show of a story, and what it would show now. */
  const followed = new Map<number, { announced: number; total: number }>();

  return {
    counted(tallies, totals) {
      const added = new Map<number, number>();
      for (const { storyId, views } of tallies) added.set(storyId, (added.get(storyId) ?? 0) + views);
      for (const [storyId, total] of totals) {
        const announced = followed.get(storyId)?.announced ?? total - (added.get(storyId) ?? 0);
        followed.delete(storyId);
        followed.set(storyId, { announced, total });
      }
      for (const storyId of followed.keys()) {
        if (followed.size <= mostFollowed) break;
        followed.delete(storyId);
      }
    },

    async announce(now) {
      const due = [...followed]
        .filter(([, { announced, total }]) => isNoticeable(announced, total))
        .sort(
          ([, a], [, b]) =>
            (b.total - b.announced) / (b.announced + 1) - (a.total - a.announced) / (a.announced + 1),
        )
        .slice(0, mostAtOnce);
      if (due.length === 0 || !settingsFrom(db.select().from(settings).all()).showViews) return;
      const storyIds = due.map(([storyId]) => storyId);
      await tx(db, (t) => announce(t, { kind: 'readings-grown', storyIds }, now));
      for (const [, counts] of due) counts.announced = counts.total;
    },
  };
}
