import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { truncateLog } from '../checkpoint';
import { type Connection, migrateDatabase, openDatabase } from '../client';
import { aFolder } from '../testing/a-folder';
import { vacuumDatabase } from './vacuum';

/** Some thousand commenters, moved about by random addresses and growing rows; then one in three is erased. */
function databaseWithMovedRows(folder: string, isSecure: boolean): Connection {
  const db = openDatabase(`file:${folder}/barta.db`);
  migrateDatabase(db);
  const { $client } = db;
  if (!isSecure) $client.pragma('secure_delete = OFF');
  const add = $client.prepare('insert into commenters (id, email, name, created_at) values (?, ?, ?, 0)');
  const grow = $client.prepare('update commenters set website = ? where id = ?');
  $client.transaction(() => {
    for (let id = 1; id <= 6000; id += 1)
      add.run(id, `${(id * 7919) % 6007}-${id % 3 === 0 ? 'erased' : 'stays'}@mail.example`, `নাম ${id}`);
    for (let id = 1; id <= 6000; id += 1)
      grow.run(`https://${id % 3 === 0 ? 'erased' : 'stays'}.example/${'x'.repeat(id % 90)}`, id);
  })();
  $client.pragma('wal_checkpoint(TRUNCATE)');
  $client.exec("update commenters set email = 'erased-' || id, website = '', name = '' where id % 3 = 0");
  $client.pragma('wal_checkpoint(TRUNCATE)');
  return db;
}

/** Read by another process: closing the file in this one would end the locks of SQLite's connection. */
function bytesIn(folder: string): Buffer {
  const files = readdirSync(folder).filter((name) => /^barta\.db(-wal)?$/.test(name));
  return execFileSync('cat', files, { cwd: folder, maxBuffer: 1e9 });
}

test.each([
  ['a database that has always zeroed what it deletes', true],
  ['an older one that has not', false],
])(
  '%s keeps copies of moved rows until it is vacuumed, and loses nothing else, while others write',
  async (_, isSecure) => {
    const folder = aFolder();
    const db = databaseWithMovedRows(folder, isSecure);
    const { $client } = db;
    const all = () => $client.prepare('select * from commenters where id <= 6000').raw().all();
    const before = all();
    // Without this the test would prove nothing.
    expect(bytesIn(folder).includes('erased@mail.example')).toBe(true);

    let isOver = false;
    let written = 0;
    const writer = (async () => {
      const add = $client.prepare("insert into commenters (email, name, created_at) values (?, 'নতুন', 0)");
      while (!isOver) {
        add.run(`new-${written}@mail.example`);
        written += 1;
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    })();
    await vacuumDatabase(db);
    isOver = true;
    await writer;
    expect(await truncateLog(db)).toBe(true);

    const bytes = bytesIn(folder);
    for (const gone of ['erased@mail.example', 'https://erased.example'])
      expect(bytes.includes(gone)).toBe(false);
    expect(bytes.includes('stays@mail.example')).toBe(true);
    expect(all()).toEqual(before);
    expect($client.pragma('integrity_check', { simple: true })).toBe('ok');
    expect($client.prepare("select count(*) from commenters where name = 'নতুন'").pluck().get()).toBe(written);
    $client.close();
  },
  30_000,
);

test('a file that cannot be vacuumed is told', async () => {
  const db = openDatabase(`file:${aFolder()}/barta.db`);
  db.$client.exec('create table t (id integer); begin immediate');
  await expect(vacuumDatabase(db)).rejects.toThrow(/locked/);
  db.$client.close();
}, 30_000);
