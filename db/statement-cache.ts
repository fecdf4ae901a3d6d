import type Database from 'better-sqlite3';

/** Cached statements at most. A page needs about ten, all of Barta some hundreds. */
const maxStatements = 500;

/** A connection whose prepared statements are cached by their SQL. */
export interface StatementCache {
  client: Database.Database;
  /** Calls back with the SQL of each statement that runs, until the returned function is called. */
  listen(heard: (text: string) => void): () => void;
}

/**
 * Drizzle prepares a query each time that it runs it, which was a tenth of a page's CPU. It runs a statement in the same
 * tick that it prepares it, and sets raw mode itself, so that one cached statement can serve every query with that SQL.
 */
export function cacheStatements(connection: Database.Database): StatementCache {
  const known = new Map<string, Database.Statement>();
  const listeners = new Set<(text: string) => void>();

  const client = Object.create(connection) as Database.Database;
  client.prepare = ((text: string) => {
    const before = known.get(text);
    if (before && !before.busy) {
      known.delete(text);
      known.set(text, before);
      return before.reader ? before.raw(false) : before;
    }
    const statement = withListener(connection.prepare(text), () => {
      for (const heard of listeners) heard(text);
    });
    if (known.size >= maxStatements) known.delete(known.keys().next().value as string);
    known.set(text, statement);
    return statement;
  }) as typeof connection.prepare;

  return {
    client,
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

/** Reports each run and not the preparation: a statement may be prepared once and run for ever. */
function withListener(statement: Database.Statement, onRun: () => void): Database.Statement {
  for (const method of ['all', 'get', 'run'] as const) {
    const run = statement[method].bind(statement);
    statement[method] = ((...values: unknown[]) => {
      onRun();
      return run(...values);
    }) as never;
  }
  return statement;
}
