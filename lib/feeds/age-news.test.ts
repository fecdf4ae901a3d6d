import { expect, test } from 'vitest';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { newsAger } from './age-news';

const at = (hours: number) => new Date(Date.parse('2026-11-24T00:00:00Z') + hours * 3_600_000);

test('a story that turns two days old is told of once', async () => {
  const db = newsroom();
  aStory(db, { publishedAt: at(1) });
  aStory(db, { publishedAt: at(0), state: 'draft' });
  const age = newsAger(db);

  await age(at(48));
  await age(at(48.9));
  expect(announced(db)).toEqual([]);
  await age(at(49.1));
  await age(at(60));
  expect(announced(db)).toEqual([['news']]);
});
