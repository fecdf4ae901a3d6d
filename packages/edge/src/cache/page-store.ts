import type { Page } from './page.ts';

interface StoredPage {
  page: Page;
  bytes: number;
  stale: boolean;
}

/** The pages that show a thing. */
interface TaggedKeys {
  tag: string;
  keys: Set<string>;
}

export interface RemovalListener {
  one(key: string): void;
  all(): void;
}

/**
 * Finished pages by address, the least lately asked forgotten first once `maxBytes` is full. Knows by tag which
 * pages show a thing. No I/O.
 */
export class PageStore {
  #entries = new Map<string, StoredPage>();
  #showing = new Map<string, TaggedKeys>();
  #bytes = 0;

  /** `gone` is told each page that is not good any more: forgotten, or stale. */
  constructor(
    private readonly maxBytes: number,
    private readonly gone: RemovalListener = { one() {}, all() {} },
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The page, now the last to be forgotten. `stale`: good for this once, while a new one is made. */
  get(key: string): { page: Page; stale: boolean } | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  /** What is kept there and right. Asks as nobody: it is not the longer kept for it. */
  peek(key: string): Page | undefined {
    const entry = this.#entries.get(key);
    return entry && !entry.stale ? entry.page : undefined;
  }

  /** `bytes` is told for a page whose body is shared with another and counted there. */
  put(key: string, page: Page, bytes = sizeInMemory(page)): void {
    this.delete(key);
    if (bytes > this.maxBytes / 2) return;
    this.#entries.set(key, { page, bytes, stale: false });
    this.#bytes += bytes;
    // Forty tags a page: each is one string for all pages that show it.
    page.tags = page.tags.map((tag) => this.#shownBy(tag, key));
    page.swrTags = page.swrTags.map((tag) => this.#shownBy(tag, key));
    this.#makeRoom();
  }

  /** To be called when a kept page has gained an encoding. */
  updateSize(key: string, page: Page): void {
    const entry = this.#entries.get(key);
    if (entry?.page !== page) return;
    this.#bytes -= entry.bytes;
    entry.bytes = sizeInMemory(page);
    this.#bytes += entry.bytes;
    this.#makeRoom();
  }

  /** A thing has changed: pages that show it go, pages that show only a choice of it grow stale. */
  invalidate(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const key of this.#showing.get(tag)?.keys ?? []) {
        const entry = this.#entries.get(key);
        if (!entry) continue;
        if (entry.page.tags.includes(tag)) this.delete(key);
        else this.#age(key, entry);
      }
    }
  }

  /** Every page is good once more, while a new one is made. */
  markAllStale(): void {
    for (const entry of this.#entries.values()) entry.stale = true;
    this.gone.all();
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.gone.one(key);
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
    for (const tag of [...entry.page.tags, ...entry.page.swrTags]) {
      const showing = this.#showing.get(tag);
      showing?.keys.delete(key);
      if (showing?.keys.size === 0) this.#showing.delete(tag);
    }
  }

  clear(): void {
    this.gone.all();
    this.#entries.clear();
    this.#showing.clear();
    this.#bytes = 0;
  }

  #shownBy(tag: string, key: string): string {
    const showing = this.#showing.get(tag) ?? { tag, keys: new Set() };
    this.#showing.set(showing.tag, showing);
    showing.keys.add(key);
    return showing.tag;
  }

  #age(key: string, entry: StoredPage): void {
    entry.stale = true;
    this.gone.one(key);
  }

  #makeRoom(): void {
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.maxBytes) return;
      this.delete(key);
    }
  }
}

/** What one page takes: its bodies, and headers and index, which have been seen to take so much. */
function sizeInMemory(page: Page): number {
  return Object.values(page.bodies).reduce((sum, body) => sum + (body?.length ?? 0), 3072);
}
