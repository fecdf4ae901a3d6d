import { dhakaDay } from '@/lib/bengali/dates';

interface Timed {
  isOn: boolean;
  from: Date | null;
  until: Date | null;
}

/** `from` is its first moment, `until` the first without it. */
export function isRunning({ isOn, from, until }: Timed, now: Date): boolean {
  return isOn && (from === null || from <= now) && (until === null || until > now);
}

/**
 * One ad a slot: where several run, they take turns by the day in Dhaka, in the order in which they were made. The same
 * for every reader, so that a page stays the same bytes for all.
 */
export function chosenAds<Ad extends Timed & { id: number; slot: number }>(
  ads: readonly Ad[],
  now: Date,
): Map<number, Ad> {
  const day = Math.round(Date.parse(`${dhakaDay(now)}T00:00:00Z`) / 86_400_000);
  const running = new Map<number, Ad[]>();
  for (const ad of ads) {
    if (isRunning(ad, now)) running.set(ad.slot, [...(running.get(ad.slot) ?? []), ad]);
  }
  const chosen = new Map<number, Ad>();
  for (const [slot, candidates] of running) {
    const inOrder = candidates.toSorted((a, b) => a.id - b.id);
    const ad = inOrder[day % inOrder.length];
    if (ad) chosen.set(slot, ad);
  }
  return chosen;
}
