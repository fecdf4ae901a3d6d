import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import type { Connection } from './client';

/**
 * The whole store as it is at one moment, into a new file, while others read and write it. The copy has its name only
 * once it has been looked through and lies on the disk, and only its owner may read it: addresses and hashes are in it.
 * Returns its bytes. Throws where there is a file of that name, and where the copy is not sound.
 */
export function backUp(db: Connection, file: string): number {
  if (existsSync(file)) throw new Error(`there is a ${file} already`);
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  try {
    // SQLite takes an empty file for none, and this one has its mode before anything is in it.
    writeFileSync(unfinished, '', { mode: 0o600 });
    db.$client.prepare('vacuum into ?').run(unfinished);
    const fault = faultOf(unfinished);
    if (fault !== 'ok') throw new Error(`the copy is not sound: ${fault}`);
    const handle = openSync(unfinished, 'r');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(unfinished, file);
    return statSync(file).size;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function faultOf(file: string): string {
  const copy = new Database(file, { readonly: true });
  try {
    return String(copy.pragma('quick_check', { simple: true }));
  } finally {
    copy.close();
  }
}
