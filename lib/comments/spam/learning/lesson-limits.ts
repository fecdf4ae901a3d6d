import { and, count, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { spamLessons } from '@/db/schema';
import type { SpamVerdict } from './spam-lesson';

/** Lessons of one kind that count on one day, from one moderator and from the whole newsroom. */
export const MOST_OF_MODERATOR = 20;
export const MOST_OF_DAY = 60;

/** Whether one more lesson of this kind counts on this day. */
export function mayCount(t: Tx, lesson: { verdict: SpamVerdict; staffId: number; day: number }): boolean {
  const ofDay = t
    .select({ staffId: spamLessons.staffId, lessons: count() })
    .from(spamLessons)
    .where(
      and(
        eq(spamLessons.day, lesson.day),
        eq(spamLessons.verdict, lesson.verdict),
        eq(spamLessons.isCounted, true),
      ),
    )
    .groupBy(spamLessons.staffId)
    .all();
  const all = ofDay.reduce((total, { lessons }) => total + lessons, 0);
  const theirs = ofDay.find(({ staffId }) => staffId === lesson.staffId)?.lessons ?? 0;
  return theirs < MOST_OF_MODERATOR && all < MOST_OF_DAY;
}
