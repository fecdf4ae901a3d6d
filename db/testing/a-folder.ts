import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder on the disk for the test that runs, gone with it. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'barta-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
