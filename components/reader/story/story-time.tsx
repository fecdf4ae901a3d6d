import { listTime } from '@barta/bengali/dates';

/**
 * The hour for a story of today or yesterday, else the date. Never “৫ মিনিট আগে”: a cached page does not change
 * while the clock goes on (docs/decisions/003-no-relative-times-in-listings.md).
 */
export function StoryTime({ at, now }: { at: Date; now: Date }) {
  return <time dateTime={at.toISOString()}>{listTime(at, now)}</time>;
}
