import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseFile } from '@/db/client';

/** Next to the database. */
export function outboxFolder(databaseUrl: string): string {
  return join(dirname(databaseFile(databaseUrl)), 'outbox');
}

/** Sorted by name they are sorted by time. `c7`: to commenter 7, `s7`: to member 7. */
export function outboxName(
  at: Date,
  { recipient, jobId }: { recipient: `${'c' | 's'}${number}`; jobId: number },
): string {
  return `${at.toISOString().replace(/[:.]/g, '-')}-${recipient}-${jobId}.eml`;
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
