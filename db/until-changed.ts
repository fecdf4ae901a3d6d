import type { Db } from './client';

/** The store as a connection sees it: another text as soon as anybody has committed, or this connection has written. 3 µs. */
function stateOf(db: Db): string {
  const statements = looks.get(db) ?? {
    others: db.$client.prepare('pragma data_version').pluck(),
    own: db.$client.prepare('select total_changes()').pluck(),
  };
  looks.set(db, statements);
  return `${statements.others.get()} ${statements.own.get()}`;
}

const looks = new WeakMap<Db, Record<'others' | 'own', { get(): unknown }>>();

/**
 * A read that every page makes and that seldom has another answer: it is made once, and again after any commit. Never
 * older than a read of its own would be. The answer is shared: nobody changes it.
 */
export function untilChanged<T>(read: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
  const known = new WeakMap<Db, { state: string; answer: Promise<T> }>();
  return (db) => {
    const state = stateOf(db);
    const before = known.get(db);
    if (before?.state === state) return before.answer;
    const answer = read(db);
    known.set(db, { state, answer });
    answer.catch(() => known.delete(db));
    return answer;
  };
}
