import type { Db, Tx } from './client';

/** An async callback would run what follows its first `await` outside the transaction. */
type NotAPromise<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * The one way to write: all of it or none of it. IMMEDIATE takes the write lock first, so that what is read
 * inside cannot change before it is written.
 */
export async function tx<T>(db: Db, work: (t: Tx) => NotAPromise<T>): Promise<T> {
  return db.transaction((t) => work(t) as T, { behavior: 'immediate' });
}
