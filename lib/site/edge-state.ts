import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the running edge server writes beside the database, for `barta deploy`. */
export interface EdgeState {
  pid: number;
  /** Next's id of the build that renders. */
  build: string;
  /** Why the last deploy did not come about; null if it did. */
  trouble: string | null;
}

/** `databaseFile` as in `var/barta.db`. */
export function writeEdgeState(databaseFile: string, state: EdgeState): void {
  const file = stateFile(databaseFile);
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

export function readEdgeState(databaseFile: string): EdgeState | null {
  // An edge server that was started before the update to this name still writes `door.json`.
  return parseState(stateFile(databaseFile)) ?? parseState(join(dirname(databaseFile), 'door.json'));
}

function parseState(file: string): EdgeState | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EdgeState;
  } catch {
    return null;
  }
}

export function removeEdgeState(databaseFile: string): void {
  rmSync(stateFile(databaseFile), { force: true });
}

const stateFile = (databaseFile: string) => join(dirname(databaseFile), 'edge.json');
