import { Worker } from 'node:worker_threads';
import type { Connection } from './client';

/**
 * Writes the database file anew. `secure_delete` zeroes what is deleted, but not what was moved: when SQLite splits a
 * page, the rows that went to its neighbour leave their bytes in the unused part of the old page, and only VACUUM clears
 * them. It holds the write lock for as long as it takes and needs as much free space as the file, so it runs in a
 * thread of its own, and for a large file at night. The old bytes are gone once the log has been truncated after it.
 */
export async function vacuumDatabase(db: Connection): Promise<void> {
  if (db.$client.memory) return;
  // Started from the repository's root, as everything is; Node runs the file as it stands.
  const worker = new Worker('./db/vacuum-worker.ts', { workerData: { file: db.$client.name }, execArgv: [] });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

/** The size of the database without its log. */
export function databaseBytes({ $client }: Connection): number {
  return (
    Number($client.pragma('page_count', { simple: true })) *
    Number($client.pragma('page_size', { simple: true }))
  );
}
