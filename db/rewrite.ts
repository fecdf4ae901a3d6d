import type { Db } from './client';

/**
 * Writes the whole file anew, so that nothing which was deleted or changed lies in it any more, and empties its log.
 * Takes the write lock for as long as a copy of the file takes; readers go on. False: somebody still reads an older
 * state, so the log could not be emptied; ask again.
 */
export function rewriteStore(db: Db): boolean {
  db.$client.pragma('secure_delete = ON');
  db.$client.exec('VACUUM');
  const [{ busy } = { busy: 1 }] = db.$client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return busy === 0;
}
