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

interface Waiting {
  work(t: Tx): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const together = new WeakMap<Db, Waiting[]>();

/**
 * The same for what many do at once, as readers who post: what comes together is written with one wait for the disk.
 * Each is all there or not at all; one that throws takes no other with it.
 */
export function txTogether<T>(db: Db, work: (t: Tx) => NotAPromise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const one: Waiting = { work, resolve: resolve as (value: unknown) => void, reject };
    const others = together.get(db);
    if (others) {
      others.push(one);
      return;
    }
    together.set(db, [one]);
    gather(db, { met: 0, turns: 0 });
  });
}

/** A rush never ends by itself; ten turns of a busy event loop are some twenty milliseconds. */
const MOST_TURNS = 10;

/**
 * As long as each turn of the event loop brings one more, the next is worth a look: requests that came at once reach this
 * place some turns apart, and the disk takes as long for one as for all. Who comes alone waits two idle turns, which
 * are no time.
 */
function gather(db: Db, { met, turns }: { met: number; turns: number }): void {
  setImmediate(() => {
    const all = together.get(db) ?? [];
    if (all.length > met && turns < MOST_TURNS) {
      gather(db, { met: all.length, turns: turns + 1 });
      return;
    }
    together.delete(db);
    writeAll(db, all);
  });
}

function writeAll(db: Db, all: readonly Waiting[]): void {
  const answers: (() => void)[] = [];
  try {
    db.transaction(
      (t) => {
        for (const { work, resolve, reject } of all) {
          try {
            const value = t.transaction((inner) => work(inner));
            answers.push(() => resolve(value));
          } catch (error) {
            // A full disk takes the whole transaction back, and with it what the others wrote.
            if (!db.$client.inTransaction) throw error;
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
