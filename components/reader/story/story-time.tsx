import { clockTime, dhakaDay, longDate } from '@barta/bengali/dates';
import { labelsIn } from '@/lib/site/labels';

const DAY_MS = 86_400_000;
// Dates are Bengali under either set of labels.
const say = labelsIn('bn');

/**
 * The hour for a story of today or yesterday, else the date. Never “৫ মিনিট আগে”: a remembered page stands still
 * while the clock goes on (docs/decisions/003-no-relative-times-in-listings.md).
 */
export function StoryTime({ at, now }: { at: Date; now: Date }) {
  return <time dateTime={at.toISOString()}>{shortly(at, now)}</time>;
}

function shortly(at: Date, now: Date): string {
  const day = dhakaDay(at);
  if (day === dhakaDay(now)) return clockTime(at);
  if (day === dhakaDay(new Date(now.getTime() - DAY_MS))) return `${say('date.yesterday')}, ${clockTime(at)}`;
  return longDate(at);
}
