import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase, setPageCacheSize } from './client';

test('a process keeps no more of the store than it is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-client-'));
  const db = openDatabase(`file:${join(folder, 'barta.db')}`);
  const kept = () => db.$client.pragma('cache_size', { simple: true });
  expect(kept()).toBe(-8 * 1024);
  setPageCacheSize(db.$client, 2);
  expect(kept()).toBe(-2 * 1024);
  db.$client.close();
  rmSync(folder, { recursive: true });
});
