import type { Db } from './client';

/**
 * A query that is the same but for its values, put into SQL once for each connection: what Drizzle does for each run else
 * takes longer than SQLite does. Give what changes by `sql.placeholder`.
 */
export function builtOnce<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const known = new WeakMap<object, Query>();
  return (db) => {
    const before = known.get(db);
    if (before) return before;
    const query = build(db);
    known.set(db, query);
    return query;
  };
}
