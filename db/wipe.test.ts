import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Db, migrateDatabase, openDatabase } from './client';
import { wipeStore } from './wipe-apart';

/** Some thousand commenters, moved about by random addresses and growing rows; then one in three is erased. */
function aWornStore(folder: string, isSecure: boolean): Db {
  const db = openDatabase(`file:${folder}/barta.db`);
  migrateDatabase(db);
  const store = db.$client;
  if (!isSecure) store.pragma('secure_delete = OFF');
  const add = store.prepare('insert into commenters (id, email, name, created_at) values (?, ?, ?, 0)');
  const grow = store.prepare('update commenters set website = ? where id = ?');
  store.transaction(() => {
    for (let id = 1; id <= 6000; id += 1)
      add.run(id, `${(id * 7919) % 6007}-${id % 3 === 0 ? 'erased' : 'stays'}@mail.example`, `নাম ${id}`);
    for (let id = 1; id <= 6000; id += 1)
      grow.run(`https://${id % 3 === 0 ? 'erased' : 'stays'}.example/${'x'.repeat(id % 90)}`, id);
  })();
  store.pragma('wal_checkpoint(TRUNCATE)');
  store.exec("update commenters set email = 'erased-' || id, website = '', name = '' where id % 3 = 0");
  store.pragma('wal_checkpoint(TRUNCATE)');
  return db;
}

/** Read by a process apart: to close the file here would end the locks of this process's connection. */
function bytesIn(folder: string): Buffer {
  const files = readdirSync(folder).filter((name) => /^barta\.db(-wal)?$/.test(name));
  return execFileSync('cat', files, { cwd: folder, maxBuffer: 1e9 });
}

test.each([
  ['a store that has always zeroed what it deletes', true],
  ['an older one that has not', false],
])('%s keeps traces until it is wiped, and loses nothing else, while others write', async (_, isSecure) => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-wipe-'));
  const db = aWornStore(folder, isSecure);
  const store = db.$client;
  const all = () => store.prepare('select * from commenters where id <= 6000').raw().all();
  const before = all();
  // Without this the test would prove nothing.
  expect(bytesIn(folder).includes('erased@mail.example')).toBe(true);

  let isOver = false;
  let written = 0;
  const writer = (async () => {
    const add = store.prepare("insert into commenters (email, name, created_at) values (?, 'নতুন', 0)");
    while (!isOver) {
      add.run(`new-${written}@mail.example`);
      written += 1;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  })();
  expect(await wipeStore(db)).toBe(true);
  isOver = true;
  await writer;

  const bytes = bytesIn(folder);
  for (const gone of ['erased@mail.example', 'https://erased.example'])
    expect(bytes.includes(gone)).toBe(false);
  expect(bytes.includes('stays@mail.example')).toBe(true);
  expect(all()).toEqual(before);
  expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(store.prepare("select count(*) from commenters where name = 'নতুন'").pluck().get()).toBe(written);
  store.close();
  rmSync(folder, { recursive: true });
});

test('as long as somebody reads an older state it asks to be called again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-wipe-'));
  const db = aWornStore(folder, true);
  const reader = openDatabase(`file:${folder}/barta.db`).$client;
  reader.exec('begin');
  reader.prepare('select count(*) from commenters').get();
  db.$client.exec("update commenters set name = 'x' where id = 1");
  expect(await wipeStore(db)).toBe(false);
  reader.exec('commit');
  expect(await wipeStore(db)).toBe(true);
  reader.close();
  db.$client.close();
  rmSync(folder, { recursive: true });
});
