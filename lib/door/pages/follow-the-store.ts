import type { StoreWatch } from '@/db/watch';

export interface Follower {
  /** Reads what was announced since the last look, and tells it before it returns. */
  look(): void;
  /**
   * The same, once for all requests that one turn of the event loop has found waiting: each was sent before
   * the look, so a commit that its sender knew of is seen. Halves the cost of a look at every hit.
   */
  lookOncePerTurn(): void;
  close(): void;
}

export interface Listener {
  touched(tags: readonly string[]): void;
  /** Something may have been missed: nothing that is remembered can be trusted. */
  lost(reason: string): void;
}

/**
 * Follows the store's outbox. Ids without a gap mean that nothing was missed. A door that starts knows no
 * page, so it begins at the last event there is.
 */
export function followTheStore(watch: StoreWatch, listener: Listener): Follower {
  let seenVersion = -1;
  let seenId = -1;
  let looked = false;

  function look(): void {
    try {
      const version = watch.version();
      if (version === seenVersion) return;
      const { events, lastId } = watch.eventsAfter(seenId);
      const first = seenId === -1;
      const expected = lastId - seenId;
      if (!first && events.length === expected) {
        if (events.length > 0) listener.touched([...new Set(events.flatMap((event) => event.tags))]);
      } else if (!first) {
        listener.lost(`events ${seenId + 1} to ${lastId}: ${events.length} found`);
      }
      seenId = lastId;
      seenVersion = version;
    } catch (error) {
      // Not remembered as seen, so the next look tries again.
      seenVersion = -1;
      listener.lost(`the store cannot be read: ${(error as Error).message}`);
    }
  }

  return {
    look,
    lookOncePerTurn() {
      if (looked) return;
      looked = true;
      setImmediate(() => {
        looked = false;
      });
      look();
    },
    close: () => watch.close(),
  };
}
