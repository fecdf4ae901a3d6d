import { chmodSync, statSync } from 'node:fs';

/** Takes a database that others on the machine can read away from them, with its log: an older version left it so. */
export function makePrivate(database: string, log: (line: string) => void): void {
  for (const file of [database, `${database}-wal`, `${database}-shm`]) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) === 0) continue;
    try {
      chmodSync(file, 0o600);
      log(`${file} could be read by other users of this machine; it is private now`);
    } catch {
      log(`${file} can be read by other users of this machine. Run: chmod 600 ${file}`);
    }
  }
}
