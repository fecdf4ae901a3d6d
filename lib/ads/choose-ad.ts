interface Timed {
  isOn: boolean;
  from: Date | null;
  until: Date | null;
}

/** `from` is its first moment, `until` the first moment after it. */
export function isRunning({ isOn, from, until }: Timed, now: Date): boolean {
  return isOn && (from === null || from <= now) && (until === null || until > now);
}

const anHourMs = 3_600_000;

/** The number of the hour since the epoch, counted by Dhaka's clock. */
export function hourOf(now: Date): number {
  return Math.floor(now.getTime() / anHourMs);
}

/**
 * One ad per slot: if several run, they rotate by the hour, the same for every reader, so that a page has the same
 * bytes for all. Each gets one hour of a round and moves one place later with each round, so that no ad always gets
 * the evening.
 */
export function chooseAds<Ad extends Timed & { id: number; slot: number }>(
  ads: readonly Ad[],
  now: Date,
): Map<number, Ad> {
  const hour = hourOf(now);
  const running = new Map<number, Ad[]>();
  for (const ad of ads) {
    if (isRunning(ad, now)) running.set(ad.slot, [...(running.get(ad.slot) ?? []), ad]);
  }
  const chosen = new Map<number, Ad>();
  for (const [slot, candidates] of running) {
    const inOrder = candidates.toSorted((a, b) => a.id - b.id);
    const round = Math.floor(hour / inOrder.length);
    const ad = inOrder[(hour + round) % inOrder.length];
    if (ad) chosen.set(slot, ad);
  }
  return chosen;
}
