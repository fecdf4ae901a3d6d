import type Database from 'better-sqlite3';

/** So many texts are remembered; a page asks for ten, the whole of Barta for some hundreds. */
const most = 500;

/** A connection as Drizzle sees it: what it has once prepared need not be parsed again. */
export interface Remembering {
  client: Database.Database;
  /** Hears the text of each statement each time that it runs, until it is told to end. */
  listen(heard: (text: string) => void): () => void;
}

/**
 * Drizzle prepares a query each time that it runs it, which was a tenth of a page's work. It runs what it has prepared
 * in the same turn and says itself whether it wants rows or arrays, so that one statement serves all who write the same.
 */
export function rememberStatements(connection: Database.Database): Remembering {
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
    const statement = toldWhenRun(connection.prepare(text), () => {
      for (const heard of listeners) heard(text);
    });
    if (known.size >= most) known.delete(known.keys().next().value as string);
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

/** A statement may be prepared once and run for ever, so it is the running that is told. */
function toldWhenRun(statement: Database.Statement, tell: () => void): Database.Statement {
  for (const way of ['all', 'get', 'run'] as const) {
    const run = statement[way].bind(statement);
    statement[way] = ((...values: unknown[]) => {
      tell();
      return run(...values);
    }) as never;
  }
  return statement;
}
