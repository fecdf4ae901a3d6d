import type { Connection, ReadDb, Tx } from './client';

/** The connection that a transaction's handle belongs to. */
const connections = new WeakMap<Tx, Connection>();

/** Lets the statements prepared for `connection` be used through `t`, too. `tx` does this for each handle it gives out. */
export function markTransaction(t: Tx, connection: Connection): Tx {
  connections.set(t, connection);
  return t;
}

export function connectionOf(t: Tx): Connection | undefined {
  return connections.get(t);
}

/**
 * A query that is the same but for its values, put into SQL once for each connection: what Drizzle does for each run else
 * takes longer than SQLite does. Give what changes by `sql.placeholder`. One that writes takes `(t: Tx) => …`.
 */
export function preparedQuery<Query, Handle extends ReadDb = ReadDb>(
  build: (db: Handle) => Query,
): (db: Handle) => Query {
  const known = new WeakMap<object, Query>();
  return (db) => {
    const connection = connections.get(db as unknown as Tx) ?? db;
    const before = known.get(connection);
    if (before) return before;
    const query = build(connection as Handle);
    known.set(connection, query);
    return query;
  };
}
