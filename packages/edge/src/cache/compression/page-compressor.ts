import type { Page, SlowCompression } from '../page.ts';
import type { PageStore } from '../page-store.ts';
import { compressPage, dropUncompressedBody } from './compress-page.ts';
import { CompressionQueue } from './compression-queue.ts';

/** Puts pages into the store and compresses them better in the background. */
export class PageCompressor {
  #queue = new CompressionQueue((key) => this.#compress(key));
  #wanted = new WeakMap<Page, SlowCompression[]>();

  constructor(
    private readonly store: PageStore,
    private readonly log: (line: string) => void,
  ) {}

  /** `isFile`: all readers fetch it, so it goes before pages. */
  putCompressed(key: string, page: Page, isFile: boolean): void {
    dropUncompressedBody(page);
    this.store.put(key, page);
    page.onGrown = () => this.store.updateSize(key, page);
    // Brotli for every page; zstd, which hardly any client knows that does not know brotli, where it is asked for.
    const wanted: SlowCompression[] = ['br'];
    page.onCompressionMissed = (compression) => {
      if (wanted.includes(compression)) return;
      wanted.push(compression);
      this.#queue.add(key, isFile);
    };
    this.#wanted.set(page, wanted);
    this.#queue.add(key, isFile);
  }

  /** A page that has been invalidated meanwhile is left out. */
  async #compress(key: string): Promise<void> {
    const page = this.store.peek(key);
    if (!page) return;
    for (const compression of this.#wanted.get(page) ?? []) {
      await compressPage(page, compression).catch((error) =>
        this.log(`compression of ${key}: ${error.message}`),
      );
    }
    dropUncompressedBody(page);
    this.store.updateSize(key, page);
  }
}
