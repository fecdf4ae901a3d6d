import type { ChangeFeed } from '../edge-config.ts';

export interface InvalidationListener {
  /** Reads what has changed since the last poll, and passes it on before it returns. */
  poll(): void;
  /**
   * The same, once for all requests that one turn of the event loop has found waiting: each was sent before the poll, so
   * a change that its sender knew of is seen. Halves the cost of a poll for each cached page.
   */
  pollOncePerTick(): void;
  close(): void;
}

export interface InvalidationHandler {
  invalidate(tags: readonly string[]): void;
  /** Changes may have been missed: no cached page can be trusted. */
  invalidateAll(reason: string): void;
}

/**
 * Listens to the application's change feed. Ids without a gap mean that nothing was missed. An edge that starts has no
 * cached page, so it begins at the last change there is.
 */
export function listenForInvalidations(feed: ChangeFeed, handler: InvalidationHandler): InvalidationListener {
  let seenVersion: ReturnType<ChangeFeed['version']> = -1;
  let seenId = -1;
  let hasPolled = false;

  function poll(): void {
    try {
      const version = feed.version();
      if (version === seenVersion) return;
      const { changes, lastId } = feed.changesAfter(seenId);
      const isFirst = seenId === -1;
      if (!isFirst && changes.length === lastId - seenId) {
        if (changes.length > 0) handler.invalidate([...new Set(changes.flatMap(({ tags }) => tags))]);
      } else if (!isFirst) {
        handler.invalidateAll(`changes ${seenId + 1} to ${lastId}: ${changes.length} found`);
      }
      seenId = lastId;
      seenVersion = version;
    } catch (error) {
      // Not remembered as seen, so that the next poll tries again.
      seenVersion = -1;
      handler.invalidateAll(`the change feed cannot be read: ${(error as Error).message}`);
    }
  }

  return {
    poll,
    pollOncePerTick() {
      if (hasPolled) return;
      hasPolled = true;
      setImmediate(() => {
        hasPolled = false;
      });
      poll();
    },
    close: () => feed.close(),
  };
}
