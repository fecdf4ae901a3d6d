import type { Connection, Db, Tx } from './client';
import { connectionOf, markTransaction } from './prepared-statement';

/** An async callback would run what follows its first `await` outside the transaction. */
type NotAPromise<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * The one way to write: all of it or none of it. IMMEDIATE takes the write lock first, so that what is read
 * inside cannot change before it is written.
 */
export async function tx<T>(db: Db, work: (t: Tx) => NotAPromise<T>): Promise<T> {
  const connection = db as Connection;
  return connection.transaction((t) => work(markTransaction(t, connection)) as T, { behavior: 'immediate' });
}

/** Whether the transaction still stands: a full disk makes SQLite take it back while `work` is running. */
export function isOpen(t: Tx): boolean {
  return connectionOf(t)?.$client.inTransaction === true;
}

interface BatchedWrite {
  work(t: Tx): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const waitingByDb = new WeakMap<Db, BatchedWrite[]>();

/**
 * The same for what many do at once, as readers who post: what comes together is written with one wait for the disk.
 * Each is all there or not at all; one that throws takes no other with it.
 */
export function batchedTx<T>(db: Db, work: (t: Tx) => NotAPromise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const one: BatchedWrite = { work, resolve: resolve as (value: unknown) => void, reject };
    const others = waitingByDb.get(db);
    if (others) {
      others.push(one);
      return;
    }
    waitingByDb.set(db, [one]);
    collectBatch(db);
  });
}

/** So many turns of the event loop one after the other that bring nobody, and who is here is written. */
const IDLE_TURNS = 3;
/** A rush never ends by itself; this many turns of a busy loop are some thirty milliseconds. */
const MOST_TURNS = 30;

/**
 * Requests that came at once reach this place some turns apart, and the disk takes as long for one as for all. Those turns
 * are no loss: what is done in them are the others. Who comes alone waits three idle ones, which are no time.
 */
function collectBatch(db: Db, met = 0, { turns, idle } = { turns: 0, idle: 0 }): void {
  setImmediate(() => {
    const all = waitingByDb.get(db) ?? [];
    const next = { turns: turns + 1, idle: all.length > met ? 0 : idle + 1 };
    if (next.idle < IDLE_TURNS && next.turns < MOST_TURNS) {
      collectBatch(db, all.length, next);
      return;
    }
    waitingByDb.delete(db);
    writeAll(db, all);
  });
}

function writeAll(db: Db, all: readonly BatchedWrite[]): void {
  const answers: (() => void)[] = [];
  const connection = db as Connection;
  try {
    connection.transaction(
      (t) => {
        for (const { work, resolve, reject } of all) {
          try {
            const value = t.transaction((inner) => work(markTransaction(inner, connection)));
            answers.push(() => resolve(value));
          } catch (error) {
            // A full disk takes the whole transaction back, and with it what the others wrote.
            if (!connection.$client.inTransaction) throw error;
            answers.push(() => reject(error));
          }
        }
      },
      { behavior: 'immediate' },
    );
  } catch (error) {
    for (const { reject } of all) reject(error);
    return;
  }
  // Only now is it safe to say so.
  for (const answer of answers) answer();
}
