import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { countViews } from './count-views';
import { csvOf, deskPeriodIn, readersOver, storyReaders } from './desk';
import { hourOf } from './dhaka-hours';
import { rankWeekAndMonth } from './rank-popular';
import { aTally } from './testing/a-tally';

// Ten past twelve in Dhaka.
const now = new Date('2026-11-24T06:10:00Z');
const hour = hourOf(now);

async function aDay(db: Connection) {
  const [flood, match] = [
    aStory(db, { headline: 'বন্যায় ভাসছে হাওর' }),
    aStory(db, { headline: '=কাবাডির ফাইনাল', section: 'sports' }),
  ];
  await countViews(db, [
    aTally({
      storyId: flood.id,
      hour,
      source: 'social',
      views: 6,
      quarters: 6,
      halves: 3,
      threeQuarters: 3,
      reads: 3,
    }),
    aTally({ storyId: flood.id, hour: hour - 1, source: 'own', views: 2 }),
    aTally({ storyId: match.id, hour: hour - 11, source: 'search', views: 5 }),
    aTally({ storyId: match.id, hour: hour - 12, source: 'search', views: 1, quarters: 1 }),
    aTally({ storyId: match.id, hour: hour - 30, source: 'other', views: 10 }),
    aTally({ storyId: match.id, hour: hour - 24 * 8, source: 'other', views: 99 }),
  ]);
  await rankWeekAndMonth(db, now);
  return { flood, match };
}

test('now is this hour with the one before, today begins at midnight in Dhaka, a week has seven days', async () => {
  const db = newsroom();
  const { flood, match } = await aDay(db);

  const over = async (period: Parameters<typeof readersOver>[0]) => {
    const { total, stories, sections } = await readersOver(period, now, db);
    return {
      views: total.views,
      stories: stories.map(({ id, views, average }) => [id, views, average]),
      sections: sections.map(({ slug, views }) => [slug, views]),
    };
  };

  expect(await over('now')).toEqual({
    views: 8,
    stories: [[flood.id, 8, 47]],
    sections: [['national', 8]],
  });
  expect(await over('today')).toEqual({
    views: 14,
    stories: [
      [flood.id, 8, 47],
      [match.id, 6, 4],
    ],
    sections: [
      ['national', 8],
      ['sports', 6],
    ],
  });
  expect(await over('week')).toEqual({
    views: 24,
    stories: [
      [match.id, 16, 2],
      [flood.id, 8, 47],
    ],
    sections: [
      ['sports', 16],
      ['national', 8],
    ],
  });
});

test('the sources of a day and of a week, and their readers over time', async () => {
  const db = newsroom();
  await aDay(db);

  const today = await readersOver('today', now, db);
  expect(today.sources).toEqual([
    { source: 'search', views: 6 },
    { source: 'social', views: 6 },
    { source: 'own', views: 2 },
    { source: 'direct', views: 0 },
    { source: 'other', views: 0 },
  ]);
  expect(today.hours).toHaveLength(13);
  expect(today.hours?.map(({ views }) => views)).toEqual([1, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 6]);
  expect(today.figures).toEqual({ views: 14, average: 29, toTheEnd: 21 });

  const week = await readersOver('week', now, db);
  expect(week.sources.find(({ source }) => source === 'other')).toEqual({ source: 'other', views: 10 });
  expect(week.days?.map(({ views }) => views)).toEqual([0, 0, 0, 0, 0, 10, 14]);
});

test('a newsroom that nobody reads has empty tables', async () => {
  const { total, stories, sections } = await readersOver('today', now, newsroom());
  expect([total.views, stories, sections]).toEqual([0, [], []]);
});

test('a story has its last forty-eight hours, and all that was ever counted of it', async () => {
  const db = newsroom();
  const { match } = await aDay(db);
  const editor = aMember(db, 'editor');

  const readers = await storyReaders(db, editor, match.id, now);
  expect(readers?.hours).toHaveLength(48);
  expect(readers?.hours.filter(({ views }) => views > 0)).toEqual([
    { hour: hour - 30, views: 10 },
    { hour: hour - 12, views: 1 },
    { hour: hour - 11, views: 5 },
  ]);
  expect(readers?.total).toMatchObject({ views: 115, quarters: 1 });
  expect(readers?.sources.slice(0, 2)).toEqual([
    { source: 'other', views: 109 },
    { source: 'search', views: 6 },
  ]);

  const unread = aStory(db);
  expect((await storyReaders(db, editor, unread.id, now))?.total.views).toBe(0);
});

test.each(['reporter', 'moderator'] as const)('a %s is not shown who reads a story', async (role) => {
  const db = newsroom();
  const { flood } = await aDay(db);
  expect(await storyReaders(db, aMember(db, role), flood.id, now)).toBeNull();
});

test('as CSV a headline is no formula', async () => {
  const db = newsroom();
  const { flood, match } = await aDay(db);

  expect((await csvOf('week', now, db)).split('\r\n')).toEqual([
    'story,headline,section,views,read_25,read_50,read_75,read_100,average_depth_percent',
    `${match.id},'=কাবাডির ফাইনাল,sports,16,1,0,0,0,2`,
    `${flood.id},বন্যায় ভাসছে হাওর,national,8,6,3,3,3,47`,
    '',
  ]);
});

test.each([
  ['week', 'week'],
  ['today', 'today'],
  ['year', 'now'],
  [undefined, 'now'],
  [['week'], 'now'],
])('%j asks for %s', (query, period) => {
  expect(deskPeriodIn(query)).toBe(period);
});
