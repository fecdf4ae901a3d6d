import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the door says of itself beside the database, for `barta deploy`. */
export interface DoorState {
  pid: number;
  /** Next's id of the build that renders. */
  build: string;
  /** Why the last deploy did not come about; null if it did. */
  trouble: string | null;
}

/** `databaseFile` as in `var/barta.db`. */
export function writeDoorState(databaseFile: string, state: DoorState): void {
  const file = fileBeside(databaseFile);
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

export function readDoorState(databaseFile: string): DoorState | null {
  try {
    return JSON.parse(readFileSync(fileBeside(databaseFile), 'utf8')) as DoorState;
  } catch {
    return null;
  }
}

export function dropDoorState(databaseFile: string): void {
  rmSync(fileBeside(databaseFile), { force: true });
}

const fileBeside = (databaseFile: string) => join(dirname(databaseFile), 'door.json');
