import type { Connection, ReadDb } from './client';

/** The store as a connection sees it: another text as soon as anybody has committed, or this connection has written. 3 µs. */
function stateOf(db: ReadDb): string {
  const { $client } = db as Connection;
  const statements = stateQueries.get(db) ?? {
    others: $client.prepare('pragma data_version').pluck(),
    own: $client.prepare('select total_changes()').pluck(),
  };
  stateQueries.set(db, statements);
  return `${statements.others.get()} ${statements.own.get()}`;
}

const stateQueries = new WeakMap<ReadDb, Record<'others' | 'own', { get(): unknown }>>();

/** So many answers of one read are kept: those of the pages that are being made. */
const MOST = 50;

/**
 * A read that several parts of a page make, or every page, and that seldom has another answer: it is made once for the same
 * arguments, and again after any commit. Never older than a read of its own would be. The answer is shared: nobody
 * changes it.
 */
export function cachedUntilCommit<Args extends readonly (string | number | readonly number[])[], T>(
  read: (db: ReadDb, ...args: Args) => Promise<T>,
): (db: ReadDb, ...args: Args) => Promise<T> {
  const known = new WeakMap<ReadDb, { state: string; answers: Map<string, Promise<T>> }>();
  return (db, ...args) => {
    const state = stateOf(db);
    let entry = known.get(db);
    if (entry?.state !== state || entry.answers.size > MOST) {
      entry = { state, answers: new Map() };
      known.set(db, entry);
    }
    const { answers } = entry;
    const key = JSON.stringify(args);
    const before = answers.get(key);
    if (before) return before;
    const answer = read(db, ...args);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
