import { expect, test } from 'vitest';
import { announced, newsroom } from '@/db/testing/newsroom';
import { announceNewDay } from './announce-new-day';

test('midnight in Dhaka is told once, to the second', async () => {
  const db = newsroom();
  await announceNewDay(db, new Date('2026-11-24T06:00:00Z'));
  expect(announced(db)).toEqual([['today']]);

  await announceNewDay(db, new Date('2026-11-24T17:59:59.999Z'));
  expect(announced(db)).toHaveLength(1);

  await announceNewDay(db, new Date('2026-11-24T18:00:00.000Z'));
  await announceNewDay(db, new Date('2026-11-24T18:00:01.000Z'));
  expect(announced(db)).toHaveLength(2);
});

test('a clock that was not running at midnight tells it when it starts', async () => {
  const db = newsroom();
  await announceNewDay(db, new Date('2026-11-24T17:00:00Z'));

  await announceNewDay(db, new Date('2026-11-26T03:00:00Z'));

  expect(announced(db)).toHaveLength(2);
});
