import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { viewTotals } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { countViews } from './count-views';
import { rankPopular } from './rank-popular';

const now = new Date('2026-11-24T06:10:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const ranking = (db: Db) =>
  db
    .select()
    .from(viewTotals)
    .orderBy(desc(viewTotals.dayScore))
    .all()
    .map(({ storyId, dayScore }) => [storyId, dayScore]);

test('a reading weighs less with every hour and nothing after a day', async () => {
  const db = newsroom();
  const [old, fresh, yesterday] = [aStory(db), aStory(db), aStory(db)];
  await countViews(db, new Map([[old.id, 10]]), hoursAgo(23));
  await countViews(db, new Map([[fresh.id, 2]]), now);
  await countViews(db, new Map([[yesterday.id, 100]]), hoursAgo(24));

  await rankPopular(db, now);

  expect(ranking(db)).toEqual([
    [fresh.id, 48],
    [old.id, 10],
    [yesterday.id, 0],
  ]);
});

test('pages are told when the list reads differently, and only then', async () => {
  const db = newsroom();
  const [first, second] = [aStory(db), aStory(db)];
  await countViews(
    db,
    new Map([
      [first.id, 5],
      [second.id, 3],
    ]),
    now,
  );

  await rankPopular(db, now);
  await rankPopular(db, now);
  await countViews(db, new Map([[first.id, 1]]), now);
  await rankPopular(db, now);
  expect(announced(db)).toEqual([['popular']]);

  await countViews(db, new Map([[second.id, 9]]), now);
  await rankPopular(db, now);
  expect(announced(db)).toEqual([['popular'], ['popular']]);
});

test('a story below the list may rise and fall unnoticed', async () => {
  const db = newsroom();
  const listed = new Map(Array.from({ length: 10 }, (_, at) => [aStory(db).id, 100 + at]));
  const below = aStory(db);
  await countViews(db, listed, now);
  await rankPopular(db, now);

  await countViews(db, new Map([[below.id, 5]]), now);
  await rankPopular(db, now);

  expect(announced(db)).toHaveLength(1);
});

test('a day that nobody read leaves the list as it was', async () => {
  const db = newsroom();
  const story = aStory(db);
  await countViews(db, new Map([[story.id, 1]]), hoursAgo(30));
  await rankPopular(db, hoursAgo(30));

  await rankPopular(db, now);

  expect(ranking(db)).toEqual([[story.id, 24]]);
});
