import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { settings } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { type GrowthAnnouncer, growthAnnouncer, isNoticeable, mostAtOnce } from './announce-growth';
import { countViews } from './count-views';
import { hourOf } from './dhaka-hours';
import { aTally } from './testing/a-tally';

const now = new Date('2026-11-24T06:00:00Z');
const hour = hourOf(now);

async function read(db: Connection, teller: GrowthAnnouncer, storyId: number, views: number): Promise<void> {
  const tallies = [aTally({ storyId, hour, views })];
  teller.counted(tallies, await countViews(db, tallies));
}

test.each([
  [0, 2, false],
  [0, 3, true],
  [40, 42, false],
  [40, 43, true],
  [1000, 1049, false],
  [1000, 1050, true],
])('where %i is shown, %i is noticed: %s', (displayed, total, expected) => {
  expect(isNoticeable(displayed, total)).toBe(expected);
});

test('a page is told when its story was read noticeably more than it says', async () => {
  const db = newsroom();
  const story = aStory(db);
  const teller = growthAnnouncer(db);

  await read(db, teller, story.id, 2);
  await teller.announce(now);
  expect(announced(db)).toEqual([]);

  await read(db, teller, story.id, 1);
  await teller.announce(now);
  await teller.announce(now);
  expect(announced(db)).toEqual([[`readings:${story.id}`]]);

  await read(db, teller, story.id, 2);
  await teller.announce(now);
  expect(announced(db)).toHaveLength(1);
});

test('a story that was read before the edge server opened begins at what it had then', async () => {
  const db = newsroom();
  const story = aStory(db);
  await countViews(db, [aTally({ storyId: story.id, hour, views: 1000 })]);
  const teller = growthAnnouncer(db);

  await read(db, teller, story.id, 40);
  await teller.announce(now);
  expect(announced(db)).toEqual([]);

  await read(db, teller, story.id, 10);
  await teller.announce(now);
  expect(announced(db)).toEqual([[`readings:${story.id}`]]);
});

test('a hot story is told of once a minute however many read it, and its page lags by a twentieth at most', async () => {
  const db = newsroom();
  const story = aStory(db);
  const teller = growthAnnouncer(db);
  let total = 0;
  let displayed = 0;

  for (let minute = 0; minute < 10; minute++) {
    for (let flush = 0; flush < 15; flush++) {
      await read(db, teller, story.id, 400);
      total += 400;
    }
    const before = announced(db).length;
    await teller.announce(now);
    if (announced(db).length > before) displayed = total;
    expect(announced(db).length - before).toBeLessThanOrEqual(1);
    expect(isNoticeable(displayed, total)).toBe(false);
  }

  expect(announced(db).length).toBeLessThanOrEqual(10);
});

test('of many stories those whose pages lag the most are told first, and the others a minute later', async () => {
  const db = newsroom();
  const teller = growthAnnouncer(db);
  const ids = Array.from({ length: mostAtOnce + 5 }, () => aStory(db).id);
  for (const [place, id] of ids.entries()) await read(db, teller, id, 3 + place);

  await teller.announce(now);
  const [first] = announced(db);
  expect(first).toHaveLength(mostAtOnce);
  expect(first).not.toContain(`readings:${ids[0]}`);
  expect(first).toContain(`readings:${ids.at(-1)}`);

  await teller.announce(now);
  expect(announced(db)[1]).toEqual(ids.slice(0, 5).map((id) => `readings:${id}`));
});

test('where readers are not shown how often a story was read, no page is told', async () => {
  const db = newsroom();
  const story = aStory(db);
  db.insert(settings).values({ key: 'showViews', value: false }).run();
  const teller = growthAnnouncer(db);

  await read(db, teller, story.id, 900);
  await teller.announce(now);

  expect(announced(db)).toEqual([]);
});
