import { expect, test } from 'vitest';
import { stories } from './schema';
import { aStory } from './testing/builders';
import { newsroom } from './testing/newsroom';
import { tx } from './tx';

test('an async callback does not compile', async () => {
  const db = newsroom();
  // @ts-expect-error what follows an await would run outside the transaction
  const attempt = tx(db, async () => 1);
  await expect(attempt).rejects.toThrow();
});

test('what throws inside leaves nothing behind', async () => {
  const db = newsroom();
  const story = aStory(db);
  const attempt = tx(db, (t) => {
    t.update(stories).set({ headline: 'অর্ধেক লেখা' }).run();
    throw new Error('the disk is full');
  });
  await expect(attempt).rejects.toThrow('the disk is full');
  expect(db.select().from(stories).get()?.headline).toBe(story.headline);
});

test('the store keeps what it has acknowledged', () => {
  const { $client } = newsroom();
  expect($client.pragma('synchronous', { simple: true })).toBe(2);
  expect($client.pragma('foreign_keys', { simple: true })).toBe(1);
  expect($client.pragma('busy_timeout', { simple: true })).toBe(5000);
});
