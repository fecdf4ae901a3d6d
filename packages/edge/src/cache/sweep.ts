/** A page and what it is made by are five times its size, and nobody's a moment later. */
const timesItsSize = 5;
const mostUnswept = 8 * 1024 * 1024;

/**
 * Has V8 sweep what is young once `mostUnswept` bytes of it are bodies. By itself it does so by its own objects, of which a
 * page has few: forty megabytes of bodies that nobody holds any more lay there each time that many pages were made at once,
 * and what the system once gave for them stays with the process. A millisecond. `sweep` is V8's own, with `--expose-gc`.
 */
export class Sweeper {
  #unswept = 0;

  constructor(
    private readonly sweep: (() => void) | undefined = globalThis.gc &&
      (() => void globalThis.gc?.({ type: 'minor', execution: 'sync' })),
  ) {}

  /** A page of so many bytes was made. */
  made(bytes: number): void {
    this.#unswept += bytes * timesItsSize;
    if (this.#unswept < mostUnswept) return;
    this.#unswept = 0;
    this.sweep?.();
  }
}
