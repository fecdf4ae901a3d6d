import { openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrateDatabase, openDatabase } from '@/db/client';
import { checkIntegrity } from '@/db/integrity';
import { jobs } from '@/db/schema';
import { aFolder } from '@/db/testing/a-folder';
import { newsroom } from '@/db/testing/newsroom';
import { MAIL_JOB } from '@/lib/mail/queue/queue-mail';
import { checkReadiness } from './readiness';

const now = new Date('2026-12-03T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

function aStore() {
  const file = join(aFolder(), 'barta.db');
  const db = openDatabase(`file:${file}`);
  migrateDatabase(db);
  return { file, db };
}

test('a migrated database on a disk with room is ready, before its first check and after it', async () => {
  const { file, db } = aStore();
  expect(await checkReadiness(() => db, file, now)).toEqual({ status: 'ready', reasons: {} });
  expect(await checkIntegrity(db, now)).toEqual({ at: now, fault: null });
  expect(await checkReadiness(() => db, file, later(5))).toEqual({ status: 'ready', reasons: {} });
});

test('a check that has not been repeated for hours is a reason', async () => {
  const { file, db } = aStore();
  await checkIntegrity(db, now);
  expect(await checkReadiness(() => db, file, later(121))).toMatchObject({
    reasons: { integrity: expect.stringContaining('two hours') },
  });
});

test('a damaged page is found, while the page that health looks at is still sound', async () => {
  const { file, db } = aStore();
  db.$client.pragma('wal_checkpoint(truncate)');
  const pages = db.$client
    .prepare("select rootpage from sqlite_master where type = 'table' and name = 'comments'")
    .get() as { rootpage: number };
  const size = Number(db.$client.pragma('page_size', { simple: true }));
  writeSync(openSync(file, 'r+'), Buffer.alloc(size, 0xff), 0, size, (pages.rootpage - 1) * size);

  expect((await checkIntegrity(db, now)).fault).toMatch(/\S/);
  const readiness = await checkReadiness(() => db, file, later(1));
  expect(readiness).toEqual({ status: 'not ready', reasons: { integrity: 'the database is damaged' } });
  expect(statSync(file).size).toBeGreaterThan(0);
});

test('a letter that nobody sends is a reason after half an hour', async () => {
  const db = newsroom();
  db.insert(jobs).values({ kind: MAIL_JOB, dedupeKey: 'a', payload: {}, runAt: now, createdAt: now }).run();
  const { file } = aStore();
  expect(await checkReadiness(() => db, file, later(29))).toMatchObject({ status: 'ready' });
  expect(await checkReadiness(() => db, file, later(31))).toMatchObject({
    reasons: { mail: expect.any(String) },
  });
});

test('a database without its migrations is not ready', async () => {
  const file = join(aFolder(), 'barta.db');
  writeFileSync(file, '');
  const db = openDatabase(`file:${file}`);
  expect(await checkReadiness(() => db, file, now)).toMatchObject({
    status: 'not ready',
    reasons: { database: expect.stringContaining('migrations') },
  });
});
