import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cachedUntilCommit } from './cached-until-commit';
import { type Connection, migrateDatabase, openDatabase, type ReadDb } from './client';
import { settings } from './schema';
import { tx } from './tx';

let folder: string;
let db: Connection;
let other: Connection;
let reads: number;
const names = cachedUntilCommit(async (db) => {
  reads++;
  return db.select({ value: settings.value }).from(settings).all();
});

beforeEach(() => {
  reads = 0;
  folder = mkdtempSync(join(tmpdir(), 'barta-until-'));
  const file = `file:${join(folder, 'barta.db')}`;
  db = openDatabase(file);
  migrateDatabase(db);
  other = openDatabase(file);
});
afterEach(() => {
  db.$client.close();
  other.$client.close();
  rmSync(folder, { recursive: true });
});

const put = (db: Connection, value: string) =>
  db
    .insert(settings)
    .values({ key: 'siteName', value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
    .run();

test('is read once, and again after a write of its own or of another connection', async () => {
  expect(await names(db)).toEqual([]);
  expect(await names(db)).toEqual([]);
  expect(reads).toBe(1);

  put(db, 'প্রথম');
  expect(await names(db)).toEqual([{ value: 'প্রথম' }]);
  put(other, 'দ্বিতীয়');
  expect(await names(db)).toEqual([{ value: 'দ্বিতীয়' }]);
  await tx(other, (t) => {
    t.delete(settings).where(eq(settings.key, 'siteName')).run();
  });
  expect(await names(db)).toEqual([]);
  await names(db);
  expect(reads).toBe(4);
});

test('two stores have two answers', async () => {
  const another = openDatabase('file::memory:');
  migrateDatabase(another);
  put(another, 'আরেক');

  expect(await names(db)).toEqual([]);
  expect(await names(another)).toEqual([{ value: 'আরেক' }]);
  expect(await names(db)).toEqual([]);
});

test('a read that failed is made again', async () => {
  let isBroken = true;
  const read = cachedUntilCommit(async () => {
    if (isBroken) throw new Error('disk I/O error');
    return 'ok';
  });

  await expect(read(db)).rejects.toThrow('disk I/O error');
  isBroken = false;
  expect(await read(db)).toBe('ok');
});

test('each argument has an answer of its own', async () => {
  let reads = 0;
  const twice = cachedUntilCommit(async (_: ReadDb, number: number) => {
    reads++;
    return 2 * number;
  });

  expect(await Promise.all([twice(db, 1), twice(db, 2), twice(db, 1)])).toEqual([2, 4, 2]);
  expect(reads).toBe(2);
  for (let number = 0; number < 500; number++) expect(await twice(db, number)).toBe(2 * number);
});
