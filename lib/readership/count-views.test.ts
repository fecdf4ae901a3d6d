import { expect, test } from 'vitest';
import { viewCounts, viewSourceCounts, viewTotals } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { countViews } from './count-views';
import { dayOf, hourOf } from './dhaka-hours';
import { aTally } from './testing/a-tally';

// One hour before midnight in Dhaka, and the hour after it.
const hour = hourOf(new Date('2026-11-24T17:00:00Z'));
const nextDay = hour + 1;

test('readings add up by story and hour, by day and source, and in all', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);

  await countViews(db, [
    aTally({ storyId, hour, source: 'social', views: 3, quarters: 2, halves: 1 }),
    aTally({ storyId, hour, source: 'own', views: 1, quarters: 1 }),
  ]);
  const totals = await countViews(db, [
    aTally({ storyId, hour, source: 'social', views: 4, quarters: 1, reads: 1 }),
    aTally({ storyId, hour: nextDay, source: 'social', views: 5 }),
  ]);

  expect(totals).toEqual(new Map([[storyId, 13]]));
  const nothingRead = { quarters: 0, halves: 0, threeQuarters: 0, reads: 0 };
  expect(db.select().from(viewCounts).all()).toEqual([
    { storyId, hour, views: 8, quarters: 4, halves: 1, threeQuarters: 0, reads: 1 },
    { storyId, hour: nextDay, views: 5, ...nothingRead },
  ]);
  expect(db.select().from(viewSourceCounts).all()).toEqual([
    { storyId, day: dayOf(hour), source: 'own', views: 1 },
    { storyId, day: dayOf(hour), source: 'social', views: 7 },
    { storyId, day: dayOf(hour) + 1, source: 'social', views: 5 },
  ]);
  expect(db.select().from(viewTotals).all()).toMatchObject([{ storyId, total: 13, dayScore: 0 }]);
  expect(announced(db)).toEqual([]);
});

test('an invented story, or one that is not published, is left aside', async () => {
  const db = newsroom();
  const draft = aStory(db, { state: 'draft' });
  const retracted = aStory(db, { state: 'retracted' });
  const story = aStory(db);

  const counted = await countViews(
    db,
    [draft.id, 999, retracted.id, story.id].map((storyId) => aTally({ storyId, hour })),
  );

  expect([...counted.keys()]).toEqual([story.id]);
  for (const table of [viewCounts, viewSourceCounts, viewTotals]) {
    expect(db.select({ id: table.storyId }).from(table).all()).toEqual([{ id: story.id }]);
  }
});

test('how far somebody has read is written also when they were written as a reader long before', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);

  await countViews(db, [aTally({ storyId, hour, source: 'search', views: 1 })]);
  const read = { quarters: 1, halves: 1, threeQuarters: 1, reads: 1 };
  await countViews(db, [aTally({ storyId, hour, source: 'search', views: 0, ...read })]);

  expect(db.select().from(viewCounts).all()).toEqual([{ storyId, hour, views: 1, ...read }]);
});

test('whatever is sent, no more readers read on than there are', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const all = (views: number, steps: number) =>
    aTally({ storyId, hour, views, quarters: steps, halves: steps, threeQuarters: steps, reads: steps });

  await countViews(db, [all(2, 9)]);
  await countViews(db, [all(1, 9), all(0, 9)]);
  await countViews(db, [all(0, 1)]);

  expect(db.select().from(viewCounts).all()).toEqual([
    { storyId, hour, views: 3, quarters: 3, halves: 3, threeQuarters: 3, reads: 3 },
  ]);
});

test('forty thousand stories at once are one write', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const tallies = Array.from({ length: 40_000 }, (_, index) => aTally({ storyId: storyId + index, hour }));

  expect(await countViews(db, tallies)).toEqual(new Map([[storyId, 1]]));
});

test('nothing counted is nothing written', async () => {
  expect(await countViews(newsroom(), [])).toEqual(new Map());
});
