import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from './back-up';
import { migrateDatabase, openDatabase } from './client';
import { sections } from './schema';
import { aFolder } from './testing/a-folder';

function aStore() {
  const folder = aFolder();
  const db = openDatabase(`file:${join(folder, 'barta.db')}`);
  migrateDatabase(db);
  return { folder, db, copy: join(folder, 'copy.db') };
}

test('a copy holds all that was committed, while another writes, and opens as a store of its own', () => {
  const { folder, db, copy } = aStore();
  db.insert(sections).values({ slug: 'sports', name: 'খেলা' }).run();
  const other = openDatabase(`file:${join(folder, 'barta.db')}`);
  other.$client.exec(`begin immediate; update sections set name = 'অন্য'`);

  expect(backUp(db, copy)).toBe(statSync(copy).size);
  other.$client.exec('commit');

  const restored = openDatabase(`file:${copy}`);
  migrateDatabase(restored);
  expect(restored.select().from(sections).all()).toMatchObject([{ slug: 'sports', name: 'খেলা' }]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a file that is there is never written over, and what an earlier try has left is no hindrance', () => {
  const { db, copy } = aStore();
  writeFileSync(`${copy}.part`, 'half');
  writeFileSync(copy, 'yesterday');
  expect(() => backUp(db, copy)).toThrow('already');
  expect(readFileSync(copy, 'utf8')).toBe('yesterday');
  expect(backUp(db, `${copy}.2`)).toBeGreaterThan(0);
});

test('where nothing can be written nothing is left', () => {
  const { db, folder } = aStore();
  const copy = join(folder, 'no-such-folder', 'copy.db');
  expect(() => backUp(db, copy)).toThrow('ENOENT');
  expect(existsSync(copy)).toBe(false);
});
