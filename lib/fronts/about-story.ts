import { clockTime, dhakaDay, relativeTime } from '@barta/bengali/dates';

/** What stands under a headline on the board: where it belongs, and how old it is. Today's by the clock. */
export function aboutStory(
  { sectionName, publishedAt }: { sectionName: string; publishedAt: Date | null },
  now: Date,
): string {
  if (!publishedAt) return sectionName;
  const isToday = dhakaDay(publishedAt) === dhakaDay(now);
  return `${sectionName} · ${isToday ? clockTime(publishedAt) : relativeTime(publishedAt, now)}`;
}
