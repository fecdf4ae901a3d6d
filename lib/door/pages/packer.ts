import { setTimeout as pause } from 'node:timers/promises';

/** Of ten seconds it works one: what it makes smaller, readers have already, packed less well. */
const restsTimes = 9;

/**
 * Does a slow piece of work for each of many things, one after the other, and rests nine times as long as it worked.
 * What is wanted again before its turn is done once, as it is by then.
 */
export class Packer {
  #waiting = new Set<string>();
  #isAtWork = false;

  /** `work` looks itself whether there is anything left to do for `key`, and rejects for nothing. */
  constructor(private readonly work: (key: string) => Promise<void>) {}

  want(key: string): void {
    this.#waiting.delete(key);
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
      await pause(restsTimes * (performance.now() - begun), undefined, { ref: false });
    }
    this.#isAtWork = false;
  }
}
