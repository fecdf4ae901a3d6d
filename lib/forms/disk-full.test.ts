import { expect, test } from 'vitest';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { postComment } from '@/lib/comments/posting/post-comment';
import { isDiskFull } from './disk-full';

test('SQLite’s own word for a full disk is known, however it is wrapped', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  db.$client.pragma('max_page_count = 1');
  const draft = {
    storyId,
    parentId: null,
    name: 'রহিম',
    email: 'rahim@example.com',
    website: '',
    body: 'নদী '.repeat(20_000),
    trap: '',
  };

  // Done while the story is new: a discussion closes by itself after some weeks.
  const now = new Date('2026-11-24T06:00:00Z');
  const error = await postComment(db, draft, { network: '203.0.113.0/24' }, now).then(
    () => null,
    (thrown: unknown) => thrown,
  );

  expect(isDiskFull(error)).toBe(true);
  expect(isDiskFull(new Error('wrapped', { cause: new Error('again', { cause: error }) }))).toBe(true);
});

test.each([
  [Object.assign(new Error(), { code: 'ENOSPC' }), true],
  [Object.assign(new Error(), { code: 'SQLITE_IOERR_WRITE' }), true],
  [Object.assign(new Error(), { code: 'SQLITE_BUSY' }), false],
  [new Error('disk full'), false],
  ['ENOSPC', false],
  [null, false],
])('%s: %s', (error, expected) => {
  expect(isDiskFull(error)).toBe(expected);
});
