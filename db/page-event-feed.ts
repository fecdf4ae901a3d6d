import Database from 'better-sqlite3';
import { databaseFile } from './client';

export interface PageEventList {
  changes: { id: number; tags: string[] }[];
  /** The highest id ever given out, also when its row has been deleted since. */
  lastId: number;
}

export interface PageEventFeed {
  /** Another number as soon as another connection has committed. 2 µs. */
  version(): number;
  /** The page events after that id. Throws when the database cannot be read. */
  changesAfter(id: number): PageEventList;
  close(): void;
}

/**
 * Reads the page events as they are committed. The connection is its own and only reads: SQLite does not count a
 * connection's own commits in `data_version`, and the scheduler writes from the same process.
 */
export function openPageEventFeed(url: string): PageEventFeed {
  const connection = new Database(databaseFile(url), { readonly: true });
  connection.pragma('busy_timeout = 5000');
  const version = connection.prepare('PRAGMA data_version').pluck();
  const events = connection.prepare('SELECT id, tags FROM page_events WHERE id > ? ORDER BY id');
  const lastId = connection.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'page_events'").pluck();

  const read = connection.transaction((id: number): PageEventList => {
    const rows = events.all(id) as { id: number; tags: string }[];
    return {
      changes: rows.map((row) => ({ id: row.id, tags: JSON.parse(row.tags) as string[] })),
      lastId: (lastId.get() as number | undefined) ?? 0,
    };
  });

  return {
    version: () => version.get() as number,
    changesAfter: (id) => read(id),
    close: () => connection.close(),
  };
}
