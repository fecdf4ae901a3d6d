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
export class CompressionQueue {
  #first = new Set<string>();
  #waiting = new Set<string>();
  #isAtWork = false;

  /** `work` looks itself whether there is anything left to do for `key`, and rejects for nothing. */
  constructor(
    private readonly work: (key: string) => Promise<void>,
    private readonly rest = (ms: number): Promise<void> => pause(ms, undefined, { ref: false }),
  ) {}

  /** `isFirst` for what all readers fetch. */
  add(key: string, isFirst = false): void {
    const line = isFirst ? this.#first : this.#waiting;
    if (line.size >= mostWaiting) return;
    line.add(key);
    if (!this.#isAtWork) void this.#goOn();
  }

  async #goOn(): Promise<void> {
    this.#isAtWork = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const begun = performance.now();
      await this.work(next);
      await this.rest(restsTimes * (performance.now() - begun));
    }
    this.#isAtWork = false;
  }

  #next(): string | undefined {
    const line = this.#first.size > 0 ? this.#first : this.#waiting;
    const [key] = line;
    if (key !== undefined) line.delete(key);
    return key;
  }
}
