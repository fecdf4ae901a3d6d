import Database from 'better-sqlite3';
import { databaseFile } from './client';

export interface StoreEvents {
  events: { id: number; tags: string[] }[];
  /** The highest id ever assigned, even if its row has been pruned since. */
  lastId: number;
}

export interface StoreWatch {
  /** Changes as soon as another connection has committed. 2 µs. */
  version(): number;
  /** What was announced after that event. Throws if the database cannot be read. */
  eventsAfter(id: number): StoreEvents;
  close(): void;
}

/**
 * Detects commits and reads their events. It has a connection of its own that only reads: SQLite does not count a
 * connection's own commits in `data_version`, and the scheduler writes from the same process.
 */
export function watchStore(url: string): StoreWatch {
  const connection = new Database(databaseFile(url), { readonly: true });
  connection.pragma('busy_timeout = 5000');
  const version = connection.prepare('PRAGMA data_version').pluck();
  const events = connection.prepare('SELECT id, tags FROM page_events WHERE id > ? ORDER BY id');
  const lastId = connection.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'page_events'").pluck();

  const read = connection.transaction((id: number): StoreEvents => {
    const rows = events.all(id) as { id: number; tags: string }[];
    return {
      events: rows.map((row) => ({ id: row.id, tags: JSON.parse(row.tags) as string[] })),
      lastId: (lastId.get() as number | undefined) ?? 0,
    };
  });

  return {
    version: () => version.get() as number,
    eventsAfter: (id) => read(id),
    close: () => connection.close(),
  };
}
