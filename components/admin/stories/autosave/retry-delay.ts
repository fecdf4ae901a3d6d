const FIRST_MS = 1000;
const LAST_MS = 15_000;

/** How long to wait before the next try: twice as long each time, up to a limit. */
export class RetryDelay {
  #nextMs = FIRST_MS;

  next(): number {
    const delay = this.#nextMs;
    this.#nextMs = Math.min(delay * 2, LAST_MS);
    return delay;
  }

  reset(): void {
    this.#nextMs = FIRST_MS;
  }
}
