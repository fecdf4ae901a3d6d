import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { viewCounts, viewSourceCounts } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { aggregateViews } from './aggregate-views';
import { countViews } from './count-views';
import { dayOf, firstHourOfDay, hourOf } from './dhaka-hours';
import { rankWeekAndMonth } from './rank-popular';
import { aTally } from './testing/a-tally';

const now = new Date('2026-11-24T06:10:00Z');
const today = dayOf(hourOf(now));

test('hours become days and days one row, and nothing is lost but when', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const { id: other } = aStory(db);
  const hours = Array.from({ length: 45 * 24 }, (_, hoursAgo) => hourOf(now) - hoursAgo);
  await countViews(
    db,
    hours.map((hour) => aTally({ storyId, hour, views: 2, quarters: 1, source: 'own' })),
  );
  await countViews(db, [aTally({ storyId: other, hour: firstHourOfDay(today - 40) + 5, views: 7 })]);

  await aggregateViews(db, now);
  await aggregateViews(db, now);

  const rows = db.select().from(viewCounts).all();
  const mine = rows.filter((row) => row.storyId === storyId);
  // Today's thirteen hours until now, three whole days of them, thirty-two days, and what was before.
  expect(mine).toHaveLength(13 + 3 * 24 + 32 + 1);
  expect(mine.reduce((sum, row) => sum + row.views, 0)).toBe(2 * hours.length);
  expect(mine.reduce((sum, row) => sum + row.quarters, 0)).toBe(hours.length);
  expect(mine.find(({ hour }) => hour === firstHourOfDay(today - 4))?.views).toBe(48);
  expect(rows.filter((row) => row.storyId === other)).toMatchObject([{ hour: 0, views: 7 }]);

  const sources = db.select().from(viewSourceCounts).all();
  const days = new Set(sources.map(({ day }) => day));
  expect(days).toEqual(new Set([0, ...Array.from({ length: 36 }, (_, ago) => today - ago)]));
  expect(db.get(sql`select sum(views) as n from view_source_counts where source = 'own'`)).toEqual({
    n: 2 * hours.length,
  });
  expect(announced(db)).toEqual([]);
});

test('the week and the month are the same before and after', async () => {
  const db = newsroom();
  const ids = [aStory(db).id, aStory(db).id, aStory(db).id];
  for (let hoursAgo = 0; hoursAgo < 800; hoursAgo += 5) {
    const storyId = ids[hoursAgo % 3] ?? 0;
    await countViews(db, [aTally({ storyId, hour: hourOf(now) - hoursAgo, views: 1 + (hoursAgo % 7) })]);
  }
  const scores = () =>
    db.all(sql`select story_id, week_score, month_score from view_totals order by story_id`);

  await rankWeekAndMonth(db, now);
  const before = scores();
  await aggregateViews(db, now);
  await rankWeekAndMonth(db, now);

  expect(scores()).toEqual(before);
});

test('more stories than one transaction takes are folded all the same', async () => {
  const db = newsroom();
  const hour = firstHourOfDay(today - 10) + 3;
  const ids = Array.from({ length: 1203 }, () => aStory(db).id);
  await countViews(
    db,
    ids.map((storyId) => aTally({ storyId, hour })),
  );

  await aggregateViews(db, now);

  expect(db.all(sql`select distinct hour, count(*) over () as rows from view_counts`)).toEqual([
    { hour: firstHourOfDay(today - 10), rows: 1203 },
  ]);
});
