import { clock, dhakaDay, longDate } from '@/lib/bengali/dates';

/**
 * The hour for a story of today, else the date. Never “৫ মিনিট আগে”: a remembered page stands still while the
 * clock goes on (docs/decisions/003-no-relative-times-in-listings.md).
 */
export function StoryTime({ at, now }: { at: Date; now: Date }) {
  return <time dateTime={at.toISOString()}>{dhakaDay(at) === dhakaDay(now) ? clock(at) : longDate(at)}</time>;
}
