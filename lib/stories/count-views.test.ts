import { expect, test } from 'vitest';
import { viewCounts, viewTotals } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { countViews } from './count-views';

const tenPastSix = new Date('2026-11-24T06:10:00Z');
const hour = tenPastSix.getTime() / 3_600_000 - 10 / 60;

test('readings add up by story and hour, and in all', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);

  await countViews(db, new Map([[storyId, 3]]), tenPastSix);
  await countViews(db, new Map([[storyId, 4]]), new Date('2026-11-24T06:59:59Z'));
  await countViews(db, new Map([[storyId, 5]]), new Date('2026-11-24T07:00:00Z'));

  expect(db.select().from(viewCounts).all()).toMatchObject([
    { storyId, hour, views: 7 },
    { storyId, hour: hour + 1, views: 5 },
  ]);
  expect(db.select().from(viewTotals).all()).toMatchObject([{ storyId, total: 12, dayScore: 0 }]);
  expect(announced(db)).toEqual([]);
});

test('an invented story, or one that is not published, is left aside', async () => {
  const db = newsroom();
  const draft = aStory(db, { state: 'draft' });
  const story = aStory(db);

  await countViews(
    db,
    new Map([
      [draft.id, 1],
      [999, 1],
      [story.id, 1],
    ]),
    tenPastSix,
  );

  expect(db.select({ id: viewTotals.storyId }).from(viewTotals).all()).toEqual([{ id: story.id }]);
});
