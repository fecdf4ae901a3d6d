import { setTimeout as pause } from 'node:timers/promises';

/** Of ten seconds it works one: what it makes smaller, readers have already, packed less well. */
const restsTimes = 9;
/** Whatever stands behind so many would wait for an hour; it is wanted again when it is next made. */
const mostWaiting = 5_000;

/**
 * Does a slow piece of work for each of many things, one after the other, and rests nine times as long as it worked.
 * What is wanted again before its turn keeps its place, and is done once, as it is by then: a page that changes all the
 * time has its turn like any other.
 */
export class Packer {
  #waiting = new Set<string>();
  #isAtWork = false;

  /** `work` looks itself whether there is anything left to do for `key`, and rejects for nothing. */
  constructor(
    private readonly work: (key: string) => Promise<void>,
    private readonly rest = (ms: number): Promise<void> => pause(ms, undefined, { ref: false }),
  ) {}

  want(key: string): void {
    if (this.#waiting.size >= mostWaiting) return;
    this.#waiting.add(key);
    if (!this.#isAtWork) void this.#goOn();
  }

  async #goOn(): Promise<void> {
    this.#isAtWork = true;
    // A set is walked to what was added meanwhile.
    for (const key of this.#waiting) {
      this.#waiting.delete(key);
      const begun = performance.now();
      await this.work(key);
      await this.rest(restsTimes * (performance.now() - begun));
    }
    this.#isAtWork = false;
  }
}
