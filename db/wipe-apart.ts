import { spawn } from 'node:child_process';
import type { Connection } from './client';

/** As `wipe.ts` ends when somebody still reads an older state. */
const ASK_AGAIN = 75;

/**
 * Zeroes what lies in the store's file and log without being part of it any more, in a process of its own (`wipe.ts`)
 * that never holds the write lock for longer than a moment. Resolves with false if somebody still reads an older
 * state: ask again. Rejects if it could not be done at all.
 */
export function wipeStore(db: Connection): Promise<boolean> {
  if (db.$client.memory) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    // Started from the repository's root, as everything is; Node runs the file as it stands.
    const child = spawn(process.execPath, ['db/wipe.ts', db.$client.name], {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.on('data', (chunk) => {
      words += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(true);
      else if (code === ASK_AGAIN) resolve(false);
      else reject(new Error(`the store could not be wiped (${code}): ${words.trim().split('\n').at(-1)}`));
    });
  });
}
