import { QueueEntry } from '../renderers/fair-queue.ts';
import type { Page } from './page.ts';

/** A render under way, and the tags that have changed since it began. */
export class PendingRender {
  readonly entry = new QueueEntry();
  readonly #changed = new Set<string>();
  page!: Promise<Page>;

  invalidate(tags: readonly string[]): void {
    for (const tag of tags) this.#changed.add(tag);
  }

  /** Whether anything at all has changed since it began. */
  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** Whether the page that it made may show an older state. */
  isOutdated({ tags, swrTags }: Page): boolean {
    if (this.#changed.has(everything)) return true;
    return [...tags, ...swrTags].some((tag) => this.#changed.has(tag));
  }
}

/** Renders by address, so that all who ask for one page wait for one render. */
export class PendingRenders {
  #joinable = new Map<string, PendingRender>();
  #all = new Set<PendingRender>();

  get(key: string): PendingRender | undefined {
    return this.#joinable.get(key);
  }

  start(key: string, render: (pending: PendingRender) => Promise<Page>): Promise<Page> {
    const pending = new PendingRender();
    this.#all.add(pending);
    this.#joinable.set(key, pending);
    pending.page = render(pending).finally(() => {
      this.#all.delete(pending);
      if (this.#joinable.get(key) === pending) this.#joinable.delete(key);
    });
    return pending.page;
  }

  /** A render that a change has overtaken may show the state before: nobody joins it from now on. */
  invalidate(tags: readonly string[]): void {
    for (const pending of this.#all) pending.invalidate(tags);
    this.#joinable.clear();
  }

  invalidateAll(): void {
    this.invalidate([everything]);
  }
}

/** Every tag at once. */
const everything = '*';
