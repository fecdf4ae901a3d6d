import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseFile } from '@/db/client';

/** Next to the database. */
export function outboxFolder(databaseUrl: string): string {
  return join(dirname(databaseFile(databaseUrl)), 'outbox');
}

/** Sorted by name they are sorted by time. */
export function outboxName(at: Date, { commenterId, jobId }: { commenterId: number; jobId: number }): string {
  return `${at.toISOString().replace(/[:.]/g, '-')}-c${commenterId}-${jobId}.eml`;
}

/** Every letter to a commenter. */
export function emptyOutboxOf(folder: string, commenterId: number): void {
  for (const name of filesIn(folder)) {
    if (name.includes(`-c${commenterId}-`)) rmSync(join(folder, name), { force: true });
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
