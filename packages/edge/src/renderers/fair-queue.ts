export interface QueueLimits {
  /** So many are at work at once. */
  concurrency: number;
  /** So many may wait in all, */
  maxWaiting: number;
  /** and so many of one network. */
  maxWaitingPerNetwork: number;
}

/** Nobody more is taken in. 429: this network has too many waiting; 503: all together have. */
export class QueueFull extends Error {
  constructor(readonly status: 429 | 503) {
    super(status === 429 ? 'one network asks for too much' : 'too many are waiting');
  }
}

/** Where a piece of work stands while it waits: in the line of everybody who waits for it. */
export class QueueEntry {
  readonly networks = new Set<string>();
  /** Undefined where it does not wait. */
  onTurn: (() => void) | undefined;
}

/**
 * Work of a bounded size. Whoever waits stands in the line of his network, and the lines take turns: who asks for
 * a thousand pages at once delays himself.
 */
export class FairQueue {
  #running = 0;
  #waiting = 0;
  #lines = new Map<string, QueueEntry[]>();

  constructor(private readonly bounds: QueueLimits) {}

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Resolves when it is this one's turn, with what is to be called at its end. Rejects with `Busy`, also where the turn
   * does not come within `withinMs`. `place` is for `join`.
   */
  async enter(network: string, withinMs?: number, place = new QueueEntry()): Promise<() => void> {
    const { concurrency: atOnce, maxWaiting: waiting } = this.bounds;
    if (this.#running >= atOnce) {
      if (this.#isFull(network)) throw new QueueFull(429);
      if (this.#waiting >= waiting) throw new QueueFull(503);
      this.#waiting++;
      await this.#turn(network, withinMs, place);
    } else {
      this.#running++;
    }
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      if (!this.#callNext()) this.#running--;
    };
  }

  /** Another network waits for the same: it is done at the turn of whichever comes first. */
  join(network: string, place: QueueEntry): void {
    if (place.onTurn && !place.networks.has(network) && !this.#isFull(network)) this.#stand(network, place);
  }

  #isFull(network: string): boolean {
    return (this.#lines.get(network)?.length ?? 0) >= this.bounds.maxWaitingPerNetwork;
  }

  /** The place is handed over by whoever leaves, so that nobody slips in between. */
  #turn(network: string, withinMs: number | undefined, place: QueueEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      const late =
        withinMs === undefined
          ? undefined
          : setTimeout(() => {
              this.#stepOut(place);
              reject(new QueueFull(503));
            }, withinMs);
      place.onTurn = () => {
        clearTimeout(late);
        resolve();
      };
      this.#stand(network, place);
    });
  }

  #stand(network: string, place: QueueEntry): void {
    place.networks.add(network);
    this.#lines.set(network, [...(this.#lines.get(network) ?? []), place]);
  }

  /** Out of all its lines, which keep their turns. */
  #stepOut(place: QueueEntry): void {
    for (const network of place.networks) {
      const others = (this.#lines.get(network) ?? []).filter((one) => one !== place);
      if (others.length > 0) this.#lines.set(network, others);
      else this.#lines.delete(network);
    }
    place.onTurn = undefined;
    this.#waiting--;
  }

  #callNext(): boolean {
    const [next] = this.#lines;
    if (!next) return false;
    const [network, [first, ...others]] = next;
    // Deleted and put in anew, the line stands last.
    this.#lines.delete(network);
    if (others.length > 0) this.#lines.set(network, others);
    const called = first?.onTurn;
    if (first) this.#stepOut(first);
    called?.();
    return true;
  }
}
