import { LRUCache } from 'lru-cache';
import type { Page } from './page.ts';

interface StoredPage {
  page: Page;
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
 * Finished pages by address; the least recently used are evicted once `maxBytes` is full. Knows by tag which pages show a
 * thing. No I/O.
 */
export class PageStore {
  #entries: LRUCache<string, StoredPage>;
  #showing = new Map<string, TaggedKeys>();

  /** `gone` is told each page that is not good any more: evicted, deleted, or stale. */
  constructor(
    private readonly maxBytes: number,
    private readonly gone: RemovalListener = { one() {}, all() {} },
  ) {
    this.#entries = this.#emptyCache();
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The page, now the last to be evicted. `stale`: good for this once, while a new one is rendered. */
  get(key: string): { page: Page; stale: boolean } | undefined {
    return this.#entries.get(key);
  }

  /** The page if it is up to date. It does not count as used. */
  peek(key: string): Page | undefined {
    const entry = this.#entries.peek(key);
    return entry && !entry.stale ? entry.page : undefined;
  }

  /** `bytes` is told for a page whose body is shared with another and counted there. */
  put(key: string, page: Page, bytes = sizeInMemory(page)): void {
    this.delete(key);
    if (bytes > this.maxBytes / 2) return;
    this.#entries.set(key, { page, stale: false }, { size: bytes });
    // Forty tags a page: each is one string for all pages that show it.
    page.tags = page.tags.map((tag) => this.#shownBy(tag, key));
    page.swrTags = page.swrTags.map((tag) => this.#shownBy(tag, key));
  }

  /** To be called when a stored page has gained an encoding. */
  updateSize(key: string, page: Page): void {
    const entry = this.#entries.peek(key);
    if (entry?.page !== page) return;
    const bytes = sizeInMemory(page);
    // The cache takes a new size only with a new value.
    if (bytes <= this.maxBytes / 2) this.#entries.set(key, { ...entry }, { size: bytes });
    else this.delete(key);
  }

  /** A thing has changed: pages that show it go, pages that show only a choice of it grow stale. */
  invalidate(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const key of this.#showing.get(tag)?.keys ?? []) {
        const entry = this.#entries.peek(key);
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
    this.#entries.delete(key);
  }

  clear(): void {
    this.gone.all();
    this.#entries = this.#emptyCache();
    this.#showing.clear();
  }

  #emptyCache(): LRUCache<string, StoredPage> {
    return new LRUCache({
      maxSize: Math.floor(this.maxBytes),
      noDisposeOnSet: true,
      dispose: ({ page }, key) => this.#removed(key, page),
    });
  }

  #removed(key: string, page: Page): void {
    this.gone.one(key);
    for (const tag of [...page.tags, ...page.swrTags]) {
      const showing = this.#showing.get(tag);
      showing?.keys.delete(key);
      if (showing?.keys.size === 0) this.#showing.delete(tag);
    }
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
}

/** What one page takes: its bodies, and headers and index, which have been seen to take so much. */
function sizeInMemory(page: Page): number {
  return Object.values(page.bodies).reduce((sum, body) => sum + (body?.length ?? 0), 3072);
}
