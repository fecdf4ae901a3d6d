import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { migrateDatabase, openDatabase } from '@/db/client';
import { commenters, jobs } from '@/db/schema';
import { aFolder } from '@/db/testing/a-folder';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { compactAfterErasure } from './compact-after-erasure';
import { finishErasures } from './finish-erasures';
import { COMPACTION, queueErasure } from './queue-erasure';
import { waitingErasures } from './waiting-erasures';

const ADDRESS = 'zubaida.unmistakable@example.com';
const noon = new Date('2026-11-24T06:00:00Z');
/** 03:30 of the next day in Dhaka. */
const night = new Date('2026-11-24T21:30:00Z');
const isLarge = { atOnceBelowBytes: 0 };

function databaseOnDisk() {
  const folder = aFolder();
  const open = () => openDatabase(`file:${folder}/barta.db`);
  const db = open();
  migrateDatabase(db);
  // Read by another process: closing the file in this one would release the locks of SQLite's connection.
  const read = (name: string) => execFileSync('cat', [name], { cwd: folder, maxBuffer: 1e9 });
  return {
    db,
    open,
    outbox: join(folder, 'outbox'),
    inFile: (text: string) => read('barta.db').includes(text),
    inLog: (text: string) => read('barta.db-wal').includes(text),
  };
}

type TestDatabase = ReturnType<typeof databaseOnDisk>;

async function addAndErase({ db }: TestDatabase, id = 1): Promise<void> {
  await tx(db, (t) => t.insert(commenters).values({ id, email: ADDRESS, name: '', createdAt: noon }).run());
  await tx(db, (t) => {
    t.update(commenters)
      .set({ email: `erased-${id}` })
      .where(eq(commenters.id, id))
      .run();
    queueErasure(t, String(id), { commenterId: id }, noon);
  });
}

/** Like a replicator: a connection that holds a read transaction, and so the log, open. */
function openReader({ open }: TestDatabase) {
  const { $client } = open();
  $client.exec('begin');
  $client.prepare('select count(*) from commenters').get();
  return {
    release() {
      $client.exec('commit');
      $client.close();
    },
  };
}

test('beside a reader that holds the log open an erasure is recorded as waiting, and complete once it lets go', async () => {
  const test = databaseOnDisk();
  const reader = openReader(test);
  await addAndErase(test);

  expect(await finishErasures(test.db, test.outbox, noon)).toEqual({ finished: 0, waiting: 1 });
  expect(test.inLog(ADDRESS)).toBe(true);
  expect(await waitingErasures(test.db)).toEqual({ heldByReader: 1, compactionError: null });
  expect(await finishErasures(test.db, test.outbox, noon)).toEqual({ finished: 0, waiting: 1 });

  reader.release();
  // The record is durable: another process finds it.
  const later = test.open();
  expect(await finishErasures(later, test.outbox, noon)).toEqual({ finished: 1, waiting: 0 });
  expect(test.inLog(ADDRESS)).toBe(false);
  expect(test.inFile(ADDRESS)).toBe(false);
  expect(await waitingErasures(later)).toBeNull();
  expect(await finishErasures(later, test.outbox, noon)).toEqual({ finished: 0, waiting: 0 });
  later.$client.close();
  test.db.$client.close();
});

test('a large file is compacted once in the night after an erasure, and not while a reader holds the log open', async () => {
  const test = databaseOnDisk();
  const compaction = () => test.db.select().from(jobs).where(eq(jobs.kind, COMPACTION)).all();
  await addAndErase(test, 1);
  await addAndErase(test, 2);
  expect(compaction()).toMatchObject([{ runAt: night, doneAt: null }]);
  await compactAfterErasure(test.db, noon, isLarge);
  expect(compaction()).toMatchObject([{ doneAt: null, error: '' }]);

  const reader = openReader(test);
  await tx(test.db, (t) => t.update(commenters).set({ name: 'x' }).run());
  await expect(compactAfterErasure(test.db, night, isLarge)).rejects.toThrow('log-in-use');
  expect(await waitingErasures(test.db)).toEqual({ heldByReader: 1, compactionError: null });
  reader.release();

  await compactAfterErasure(test.db, night, isLarge);
  expect(compaction()).toMatchObject([{ doneAt: night, error: '' }]);
  expect(await waitingErasures(test.db)).toBeNull();
  test.db.$client.close();
});

test('a small file is compacted at once, again after each erasure, and waits for a reader as at night', async () => {
  const test = databaseOnDisk();
  const compaction = () => test.db.select().from(jobs).where(eq(jobs.kind, COMPACTION)).all();
  // Rows that grow move to other pages, which leaves their old bytes behind.
  await tx(test.db, (t) => {
    for (let id = 100; id < 900; id += 1)
      t.insert(commenters)
        .values({ id, email: `${(id * 7919) % 6007}-${ADDRESS}`, name: '', createdAt: noon })
        .run();
    for (let id = 100; id < 900; id += 1)
      t.update(commenters)
        .set({ website: `https://${ADDRESS}/${'x'.repeat(id % 90)}` })
        .where(eq(commenters.id, id))
        .run();
  });
  await tx(test.db, (t) => t.update(commenters).set({ email: sql`'erased-' || id`, website: '' }).run());
  await addAndErase(test, 1);
  await finishErasures(test.db, test.outbox, noon);
  // Without this the test would prove nothing.
  expect(test.inFile(ADDRESS)).toBe(true);

  const reader = openReader(test);
  await tx(test.db, (t) => t.update(commenters).set({ name: 'x' }).run());
  await expect(compactAfterErasure(test.db, noon)).rejects.toThrow('log-in-use');
  expect(await waitingErasures(test.db)).toEqual({ heldByReader: 1, compactionError: null });
  reader.release();
  await compactAfterErasure(test.db, noon);
  expect(compaction()).toMatchObject([{ doneAt: noon, error: '' }]);
  expect(test.inFile(ADDRESS) || test.inLog(ADDRESS)).toBe(false);
  expect(await waitingErasures(test.db)).toBeNull();

  await addAndErase(test, 2);
  expect(compaction()).toMatchObject([{ doneAt: null }]);
  await compactAfterErasure(test.db, noon);
  expect(compaction()).toMatchObject([{ doneAt: noon }]);
  test.db.$client.close();
});

test('a compaction that fails for another reason is shown with it', async () => {
  const db = newsroom();
  await tx(db, (t) => queueErasure(t, '1', { commenterId: 0 }, noon));
  db.update(jobs).set({ error: 'database or disk is full' }).where(eq(jobs.kind, COMPACTION)).run();
  expect(await waitingErasures(db)).toEqual({
    heldByReader: 0,
    compactionError: 'database or disk is full',
  });
});

test.each([
  ['2026-11-24T21:29:00Z', '2026-11-24T21:30:00Z'],
  ['2026-11-24T21:30:00Z', '2026-11-25T21:30:00Z'],
])('of an erasure at %s the compaction is due at %s', async (erasedAt, runAt) => {
  const db = newsroom();
  await tx(db, (t) => queueErasure(t, '1', { commenterId: 0 }, new Date(erasedAt)));
  expect(db.select().from(jobs).where(eq(jobs.kind, COMPACTION)).get()?.runAt).toEqual(new Date(runAt));
});

test('the words of a picture that is deleted leave the search index', async () => {
  const test = databaseOnDisk();
  const { $client } = test.db;
  const option = $client.prepare("select v from picture_search_config where k = 'secure-delete'");
  expect(option.pluck().get()).toBe(1);
  const add = $client.prepare('insert into picture_search (rowid, search_keys) values (?, ?)');
  for (let n = 1; n < 500; n += 1) add.run(n, n === 250 ? 'unmistakableword' : `word${n}`);
  $client
    .prepare(
      "insert into picture_search (picture_search, rowid, search_keys) values ('delete', 250, 'unmistakableword')",
    )
    .run();
  await tx(test.db, (t) => queueErasure(t, 'tip:1', { commenterId: 0 }, noon));
  await finishErasures(test.db, test.outbox, noon);
  expect(test.inFile('mistakableword') || test.inLog('mistakableword')).toBe(false);
  expect(test.inFile('word499') || test.inFile('ord499')).toBe(true);
  $client.close();
});
