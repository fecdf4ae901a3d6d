import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReadDb } from '@/db/client';
import { lastIntegrityResult } from '@/db/integrity';
import { oldestDueJob } from '@/db/queries/operations/due-jobs';
import { MAIL_JOB } from '@/lib/mail/queue/queue-mail';
import { checkHealth } from './health';

/** Under this nothing is sure to be saved. */
const leastFreeBytes = 64 * 1024 * 1024;
/** A log that grows on is held open by a reader that has stopped. */
const mostLogBytes = 1024 * 1024 * 1024;
const oldestCheckMs = 2 * 3600 * 1000;
const oldestMailMs = 30 * 60 * 1000;

export interface Readiness {
  status: 'ready' | 'not ready';
  /** Why not, each by the name of its check; no path and no address. */
  reasons: Readonly<Partial<Record<ReadinessCheck, string>>>;
}

export type ReadinessCheck = 'database' | 'integrity' | 'disk' | 'log' | 'mail';

/**
 * Whether everything works that the newsroom needs, not only what a reader does. `databaseFile`: as in `var/barta.db`.
 * A database that was never checked, because the server has just started, counts as sound.
 */
export async function checkReadiness(
  open: () => ReadDb,
  databaseFile: string,
  now = new Date(),
): Promise<Readiness> {
  const reasons: Partial<Record<ReadinessCheck, string>> = {};
  const health = await checkHealth(open);
  if (health.status !== 'ok') reasons.database = health.reason;

  const integrity = lastIntegrityResult(databaseFile);
  if (integrity?.fault) reasons.integrity = 'the database is damaged';
  else if (integrity && now.getTime() - integrity.at.getTime() > oldestCheckMs)
    reasons.integrity = 'the last check of the database is more than two hours old';

  const free = freeBytes(dirname(databaseFile));
  if (free < leastFreeBytes) reasons.disk = `${megabytes(free)} MB are free`;
  const log = statSync(`${databaseFile}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (log > mostLogBytes) reasons.log = `the log of the database has ${megabytes(log)} MB`;

  const oldest = health.status === 'ok' ? oldestDueJob(open(), MAIL_JOB, now) : null;
  if (oldest && now.getTime() - oldest.getTime() > oldestMailMs)
    reasons.mail = 'a letter has waited for more than half an hour';
  return { status: Object.keys(reasons).length === 0 ? 'ready' : 'not ready', reasons };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
