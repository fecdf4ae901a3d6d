import { expect, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { newsroom } from '@/db/testing/newsroom';
import { checkHealth } from './health';

test('a migrated store is well', async () => {
  expect(await checkHealth(newsroom)).toEqual({ status: 'ok', migrations: expect.any(Number) });
});

test('a store without its migrations is unwell, and says how many are missing', async () => {
  const health = await checkHealth(() => openDatabase('file::memory:'));
  expect(health).toMatchObject({
    status: 'unwell',
    reason: expect.stringMatching(/^the database has 0 of \d+ migrations$/),
  });
});

test('a store that cannot be opened is unwell, and its path stays with us', async () => {
  const health = await checkHealth(() => openDatabase('file:package.json/barta.db'));
  expect(health.status).toBe('unwell');
  expect(JSON.stringify(health)).not.toContain('package.json');
});
