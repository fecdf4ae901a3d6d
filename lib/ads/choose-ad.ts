interface Timed {
  isOn: boolean;
  from: Date | null;
  until: Date | null;
}

/** `from` is its first moment, `until` the first without it. */
export function isRunning({ isOn, from, until }: Timed, now: Date): boolean {
  return isOn && (from === null || from <= now) && (until === null || until > now);
}

const anHourMs = 3_600_000;

/** The hour of all time that it is; it begins when the clock in Dhaka says so. */
export function hourOf(now: Date): number {
  return Math.floor(now.getTime() / anHourMs);
}

/**
 * One ad a slot: where several run, they take turns by the hour, the same for every reader, so that a page stays the same
 * bytes for all. Each has one hour of a round, and begins each round one place later than the round before: none keeps the
 * evening for itself.
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
