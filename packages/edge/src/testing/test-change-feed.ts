import type { ChangeFeed, ChangeList } from '../edge-config.ts';

/** A change feed in memory. */
export class TestChangeFeed implements ChangeFeed {
  #changes: { id: number; tags: string[] }[] = [];
  #lastId = 0;
  #version = 0;

  announce(...tags: string[]): void {
    this.#changes.push({ id: ++this.#lastId, tags });
    this.#version++;
  }

  /** Deletes the changes up to that one, as an application does with old ones. */
  prune(lastId = this.#lastId): void {
    this.#changes = this.#changes.filter(({ id }) => id > lastId);
    this.#version++;
  }

  version(): number {
    return this.#version;
  }

  changesAfter(id: number): ChangeList {
    return { changes: this.#changes.filter((change) => change.id > id), lastId: this.#lastId };
  }

  close(): void {}
}
