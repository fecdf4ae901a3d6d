import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Connection } from './client';

/** What SQLite's `quick_check` found, and when. */
export interface IntegrityResult {
  at: Date;
  /** Null: no fault. */
  fault: string | null;
}

/**
 * Reads every page of the database in a thread of its own, and leaves the result beside the file, where every process of
 * the site finds it, also when the database itself cannot be read.
 */
export async function checkIntegrity(db: Connection, now: Date): Promise<IntegrityResult> {
  const file = db.$client.name;
  const worker = new Worker('./db/integrity-worker.ts', { workerData: { file }, execArgv: [] });
  const found = await new Promise<string>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
  const result = { at: now, fault: found === 'ok' ? null : found };
  writeFileSync(`${resultFile(file)}.new`, JSON.stringify(result));
  renameSync(`${resultFile(file)}.new`, resultFile(file));
  return result;
}

/** The last result; null if the database has not been checked yet. */
export function lastIntegrityResult(databaseFile: string): IntegrityResult | null {
  try {
    const { at, fault } = JSON.parse(readFileSync(resultFile(databaseFile), 'utf8')) as {
      at: string;
      fault: string | null;
    };
    return { at: new Date(at), fault };
  } catch {
    return null;
  }
}

const resultFile = (databaseFile: string) => `${databaseFile}-check.json`;
