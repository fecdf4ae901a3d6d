export interface QueueBounds {
  /** So many are at work at once. */
  atOnce: number;
  /** So many may wait in all, */
  waiting: number;
  /** and so many of one network. */
  waitingOfOne: number;
}

/** Nobody more is taken in. 429: this network has too many waiting; 503: all together have. */
export class Busy extends Error {
  constructor(readonly status: 429 | 503) {
    super(status === 429 ? 'one network asks for too much' : 'too many are waiting');
  }
}

/**
 * Work of a bounded size. Whoever waits stands in the line of his network, and the lines take turns: who asks for
 * a thousand pages at once delays himself.
 */
export class FairQueue {
  #running = 0;
  #waiting = 0;
  #lines = new Map<string, (() => void)[]>();

  constructor(private readonly bounds: QueueBounds) {}

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Resolves when it is this one's turn, with what is to be called at its end. Rejects with `Busy`, also where the turn
   * does not come within `withinMs`.
   */
  async enter(network: string, withinMs?: number): Promise<() => void> {
    const { atOnce, waiting, waitingOfOne } = this.bounds;
    if (this.#running >= atOnce) {
      const line = this.#lines.get(network) ?? [];
      if (line.length >= waitingOfOne) throw new Busy(429);
      if (this.#waiting >= waiting) throw new Busy(503);
      this.#waiting++;
      await this.#turn(network, withinMs);
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

  /** The place is handed over by whoever leaves, so that nobody slips in between. */
  #turn(network: string, withinMs: number | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const called = () => {
        clearTimeout(late);
        resolve();
      };
      const late =
        withinMs === undefined
          ? undefined
          : setTimeout(() => {
              this.#stepOut(network, called);
              reject(new Busy(503));
            }, withinMs);
      this.#lines.set(network, [...(this.#lines.get(network) ?? []), called]);
    });
  }

  #stepOut(network: string, called: () => void): void {
    const others = (this.#lines.get(network) ?? []).filter((one) => one !== called);
    if (others.length > 0) this.#lines.set(network, others);
    else this.#lines.delete(network);
    this.#waiting--;
  }

  #callNext(): boolean {
    const [next] = this.#lines;
    if (!next) return false;
    const [network, [first, ...others]] = next;
    // Deleted and put in anew, the line stands last.
    this.#lines.delete(network);
    if (others.length > 0) this.#lines.set(network, others);
    this.#waiting--;
    first?.();
    return true;
  }
}
