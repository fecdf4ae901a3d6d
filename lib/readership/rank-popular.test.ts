import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { listing } from '@/db/queries/stories/listings';
import { stories, viewTotals } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { countViews } from './count-views';
import { hourOf } from './dhaka-hours';
import type { Period } from './periods';
import { rankPopular, rankWeekAndMonth } from './rank-popular';
import { aTally } from './testing/a-tally';

const now = new Date('2026-11-24T06:10:00Z');
const hour = hourOf(now);
const aDay = 24;

const read = (db: Connection, storyId: number, views: number, hoursAgo = 0) =>
  countViews(db, [aTally({ storyId, hour: hour - hoursAgo, views })]);

const listed = async (db: Connection, period: Period) =>
  (await listing.mostRead(db, 30, period).all()).map(({ id }) => id);

function scores(db: Connection) {
  return db
    .select({ id: viewTotals.storyId, dayScore: viewTotals.dayScore })
    .from(viewTotals)
    .orderBy(desc(viewTotals.dayScore))
    .all();
}

test('what was read this hour counts in full, yesterday’s hardly, and the day before not at all', async () => {
  const db = newsroom();
  const [old, fresh, yesterday] = [aStory(db), aStory(db), aStory(db)];
  await read(db, old.id, 10, 23);
  await read(db, fresh.id, 2);
  await read(db, yesterday.id, 100, 24);

  await rankPopular(db, now);

  expect(scores(db)).toEqual([
    { id: fresh.id, dayScore: 48 },
    { id: old.id, dayScore: 10 },
    { id: yesterday.id, dayScore: 0 },
  ]);
  expect(await listed(db, 'day')).toEqual([fresh.id, old.id]);
});

test('the week and the month count each reading alike, by the days of Dhaka', async () => {
  const db = newsroom();
  const [today, thisWeek, thisMonth, before] = [aStory(db), aStory(db), aStory(db), aStory(db)];
  // It is ten past twelve in Dhaka: the day, and so the week and the month, began twelve hours ago.
  await read(db, today.id, 2);
  await read(db, thisWeek.id, 3, 12 + 6 * aDay);
  await read(db, thisMonth.id, 9, 12 + 6 * aDay + 1);
  await read(db, thisMonth.id, 1, 12 + 29 * aDay);
  await read(db, before.id, 99, 12 + 29 * aDay + 1);

  await rankWeekAndMonth(db, now);

  expect(await listed(db, 'week')).toEqual([thisWeek.id, today.id]);
  expect(await listed(db, 'month')).toEqual([thisMonth.id, thisWeek.id, today.id]);
  const month = db.select({ n: viewTotals.monthScore }).from(viewTotals);
  expect(month.where(eq(viewTotals.storyId, thisMonth.id)).get()?.n).toBe(10);
});

test('pages are told when a list that they show reads differently, and only then', async () => {
  const db = newsroom();
  const [first, second] = [aStory(db), aStory(db)];
  await read(db, first.id, 5);
  await read(db, second.id, 4);

  await rankPopular(db, now);
  await rankPopular(db, now);
  await read(db, first.id, 1);
  await rankPopular(db, now);
  expect(announced(db)).toEqual([['popular', 'popular:day']]);

  await read(db, second.id, 9);
  await rankPopular(db, now);
  expect(announced(db).slice(1)).toEqual([['popular', 'popular:day']]);

  await rankWeekAndMonth(db, now);
  await rankWeekAndMonth(db, now);
  expect(announced(db).slice(2)).toEqual([['popular:week'], ['popular:month']]);
});

test('what moves below the short list is told to the long list alone, and below that to nobody', async () => {
  const db = newsroom();
  const ids = Array.from({ length: 22 }, () => aStory(db).id);
  for (const [place, id] of ids.entries()) await read(db, id, 1000 - place * 10);
  await rankPopular(db, now);
  expect(announced(db)).toHaveLength(1);

  await read(db, ids[21] ?? 0, 15);
  await rankPopular(db, now);
  expect(announced(db)).toHaveLength(1);

  await read(db, ids[15] ?? 0, 15);
  await rankPopular(db, now);
  expect(announced(db).slice(1)).toEqual([['popular:day']]);
});

test('a night without readers keeps the list of the evening', async () => {
  const db = newsroom();
  const story = aStory(db);
  await read(db, story.id, 1, 30);
  await rankPopular(db, new Date(now.getTime() - 30 * 3_600_000));

  await rankPopular(db, now);

  expect(scores(db)).toEqual([{ id: story.id, dayScore: 24 }]);
});

test('a story that was taken back is not scored again, and leaves its place', async () => {
  const db = newsroom();
  const [first, second] = [aStory(db), aStory(db)];
  await read(db, first.id, 5);
  await read(db, second.id, 4);
  db.update(stories).set({ state: 'retracted' }).where(eq(stories.id, first.id)).run();

  await rankPopular(db, now);
  await rankWeekAndMonth(db, now);

  expect(await listed(db, 'day')).toEqual([second.id]);
  expect(scores(db).find(({ id }) => id === first.id)?.dayScore).toBe(0);
});

test('however many were read, a bounded number has a score', async () => {
  const db = newsroom();
  const ids = Array.from({ length: 420 }, () => aStory(db).id);
  await countViews(
    db,
    ids.map((storyId, place) => aTally({ storyId, hour, views: 1 + place })),
  );

  await rankPopular(db, now);
  await rankWeekAndMonth(db, now);

  const scored = scores(db).filter(({ dayScore }) => dayScore > 0);
  expect(scored).toHaveLength(300);
  expect(scored[0]?.id).toBe(ids.at(-1));
});
