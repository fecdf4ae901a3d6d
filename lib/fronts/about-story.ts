import { clockTime, dhakaDay, relativeTime } from '@barta/bengali/dates';

/** The line under a headline on the board: section and age. Today's stories by the clock. */
export function aboutStory(
  { sectionName, publishedAt }: { sectionName: string; publishedAt: Date | null },
  now: Date,
): string {
  if (!publishedAt) return sectionName;
  const isToday = dhakaDay(publishedAt) === dhakaDay(now);
  return `${sectionName} · ${isToday ? clockTime(publishedAt) : relativeTime(publishedAt, now)}`;
}
