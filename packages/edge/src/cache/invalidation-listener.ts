import type { StoreWatch } from '@/db/watch';

export interface InvalidationListener {
  /** Reads what was announced since the last look, and tells it before it returns. */
  poll(): void;
  /**
   * The same, once for all requests that one turn of the event loop has found waiting: each was sent before
   * the look, so a commit that its sender knew of is seen. Halves the cost of a look at every hit.
   */
  pollOncePerTick(): void;
  close(): void;
}

export interface InvalidationHandler {
  invalidate(tags: readonly string[]): void;
  /** Something may have been missed: nothing that is remembered can be trusted. */
  invalidateAll(reason: string): void;
}

/**
 * Follows the store's outbox. Ids without a gap mean that nothing was missed. A door that starts knows no
 * page, so it begins at the last event there is.
 */
export function listenForInvalidations(
  watch: StoreWatch,
  listener: InvalidationHandler,
): InvalidationListener {
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
        if (events.length > 0) listener.invalidate([...new Set(events.flatMap((event) => event.tags))]);
      } else if (!first) {
        listener.invalidateAll(`events ${seenId + 1} to ${lastId}: ${events.length} found`);
      }
      seenId = lastId;
      seenVersion = version;
    } catch (error) {
      // Not remembered as seen, so the next look tries again.
      seenVersion = -1;
      listener.invalidateAll(`the store cannot be read: ${(error as Error).message}`);
    }
  }

  return {
    poll: look,
    pollOncePerTick() {
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
