import { expect, test } from 'vitest';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans, statementsIn } from '@/db/testing/query-plans';
import { readDay, readMonth, readRequestedDay } from './reading';

const now = new Date('2026-11-24T12:00:00Z');

test('a day begins and ends at midnight in Dhaka', async () => {
  const db = newsroom();
  aStory(db, { publishedAt: new Date('2026-11-22T17:59:59.999Z') });
  const first = aStory(db, { publishedAt: new Date('2026-11-22T18:00:00Z') });
  const last = aStory(db, { publishedAt: new Date('2026-11-23T17:59:59.999Z') });
  aStory(db, { publishedAt: new Date('2026-11-23T18:00:00Z') });

  const day = await readDay('2026-11-23', now, undefined, db);
  expect(day?.stories.map((story) => story.id)).toEqual([last.id, first.id]);
  expect(day).toMatchObject({ previous: '2026-11-22', next: '2026-11-24', olderBefore: null });
});

test('there is no day before the first story, and none after today', async () => {
  const db = newsroom();
  aStory(db, { publishedAt: new Date('2026-11-20T06:00:00Z') });

  expect(await readDay('2026-11-19', now, undefined, db)).toBeNull();
  expect(await readDay('2026-11-25', now, undefined, db)).toBeNull();
  expect(await readDay('2100-12-31', now, undefined, db)).toBeNull();
  expect(await readDay('2026-11-20', now, undefined, db)).toMatchObject({ previous: null });
  expect(await readDay('2026-11-21', now, undefined, db)).toMatchObject({ stories: [] });
  expect(await readDay('2026-11-24', now, undefined, db)).toMatchObject({ next: null });
});

test('a month knows its days with news, each once', async () => {
  const db = newsroom();
  for (const moment of ['2026-10-31T18:00:00Z', '2026-11-01T03:00:00Z', '2026-11-20T06:00:00Z'])
    aStory(db, { publishedAt: new Date(moment) });
  aStory(db, { publishedAt: new Date('2026-09-05T06:00:00Z') });

  expect(await readMonth('2026-11', now, db)).toEqual({
    days: ['2026-11-01', '2026-11-20'],
    previous: '2026-10',
    next: null,
  });
  expect(await readMonth('2026-09', now, db)).toEqual({
    days: ['2026-09-05'],
    previous: null,
    next: '2026-10',
  });
  expect(await readMonth('2026-08', now, db)).toBeNull();
  expect(await readMonth('2026-12', now, db)).toBeNull();
});

test('an empty newsroom has no archive', async () => {
  expect(await readMonth('2026-11', now, newsroom())).toBeNull();
});

test('a month full of news costs as much as an empty one', async () => {
  const db = newsroom();
  for (let day = 1; day <= 24; day += 1) aStory(db, { publishedAt: new Date(Date.UTC(2026, 10, day, 3)) });
  expect((await readMonth('2026-11', now, db))?.days).toHaveLength(24);
  const read = () => readMonth('2026-11', now, db);
  expect(await statementsIn(db, read)).toHaveLength(2);
  for (const plan of await queryPlans(db, read))
    expect(plan).toMatch(/SEARCH stories .*INDEX stories_published \(published_at>\? AND published_at<\?\)/);
});

test.each([
  ['2026-11-21', { day: '2026-11-21' }],
  [' ২০২৬-১১-২১ ', { day: '2026-11-21' }],
  ['2026-11-19', { fault: 'date.outside' }],
  ['2026-11-25', { fault: 'date.outside' }],
  ['2026-02-30', { fault: 'date.noDay' }],
  ['গতকাল', { fault: 'date.noDay' }],
])('whoever asks for “%s” is told %j', async (input, answer) => {
  const db = newsroom();
  aStory(db, { publishedAt: new Date('2026-11-20T06:00:00Z') });
  expect(await readRequestedDay(input, now, db)).toEqual(answer);
});
