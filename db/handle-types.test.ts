import { expect, test } from 'vitest';
import type { AppDb, Db, ReadDb, Tx } from './client';
import { sections } from './schema';
import { newsroom } from './testing/newsroom';
import { tx } from './tx';

/** How many sections there are: a query, for use outside a transaction and inside one. */
const countSections = (db: ReadDb) => db.select().from(sections).all().length;

async function deleteSections(db: Db): Promise<number> {
  return tx(db, (t) => {
    // @ts-expect-error The database has no query method: inside a transaction only its handle can read,
    expect(() => db.select(42)).toBeDefined();
    // @ts-expect-error and no query takes the database.
    expect(() => countSections(db)).toBeDefined();
    t.delete(sections).run();
    return countSections(t);
  });
}

function writeOutside(db: AppDb): void {
  // @ts-expect-error Outside a transaction nothing can write.
  db.delete(sections);
}

function nest(t: Tx): Promise<number> {
  // @ts-expect-error A transaction's handle opens no second transaction.
  return tx(t, countSections);
}

test('a command writes and reads through the handle of its transaction only', async () => {
  const db = newsroom();
  expect(countSections(db)).toBe(3);
  expect(await deleteSections(db)).toBe(0);
  expect([writeOutside, nest]).toHaveLength(2);
});
