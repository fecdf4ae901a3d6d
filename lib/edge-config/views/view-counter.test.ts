import { expect, test } from 'vitest';
import { parseBeacon, ViewCounter, type ViewedStory } from './view-counter';

const at = new Date('2026-11-24T06:58:00Z');
const afterTheHour = new Date('2026-11-24T07:03:00Z');
const twoHoursLater = new Date('2026-11-24T08:03:00Z');
const hour = Math.floor(at.getTime() / 3_600_000);
const reading = {
  storyId: 7,
  network: '203.0.113.9',
  agent: 'Mozilla/5.0 (Android 14)',
  source: 'social',
} as const satisfies ViewedStory;
const another = { ...reading, network: '203.0.113.10' };
const nothingRead = { quarters: 0, halves: 0, threeQuarters: 0, reads: 0 };

test('one reader counts once an hour on one story, by where she came from first', () => {
  const views = new ViewCounter();

  views.countView(reading, at);
  views.countView({ ...reading, source: 'own' }, at);
  views.countView({ ...reading, storyId: 8 }, at);
  views.countView({ ...another, source: 'search' }, at);
  views.countView({ ...reading, agent: 'Mozilla/5.0 (iPhone)' }, at);
  views.countView(reading, afterTheHour);

  expect(views.take()).toEqual([
    { storyId: 7, hour, source: 'social', views: 2, ...nothingRead },
    { storyId: 8, hour, source: 'social', views: 1, ...nothingRead },
    { storyId: 7, hour, source: 'search', views: 1, ...nothingRead },
    { storyId: 7, hour: hour + 1, source: 'social', views: 1, ...nothingRead },
  ]);
});

test('how far a story was read is counted once a step, for the hour and the place of its reading', () => {
  const views = new ViewCounter();
  views.countView(reading, at);

  views.countDepth(reading, 2, at);
  views.countDepth(reading, 2, at);
  views.countDepth(reading, 1, at);
  views.countDepth(reading, 4, afterTheHour);
  views.countDepth(reading, 4, afterTheHour);

  expect(views.take()).toEqual([
    { storyId: 7, hour, source: 'social', views: 1, quarters: 1, halves: 1, threeQuarters: 1, reads: 1 },
  ]);
});

test('nobody reads on who was not counted as a reader', () => {
  const views = new ViewCounter();
  views.countView(reading, at);
  views.take();

  views.countDepth(another, 4, at);
  views.countDepth({ ...reading, storyId: 8 }, 4, at);
  views.countDepth({ ...reading, agent: 'Googlebot/2.1' }, 4, at);
  expect(views.take()).toEqual([]);

  views.countDepth(reading, 4, twoHoursLater);
  expect(views.take()).toEqual([]);
});

test.each([
  'Googlebot/2.1',
  'facebookexternalhit/1.1',
  'Mozilla/5.0 HeadlessChrome/140.0',
  'curl/8',
  'python-requests/2',
  '',
  undefined,
])('%s is no reader', (agent) => {
  const views = new ViewCounter();

  views.countView({ ...reading, agent }, at);

  expect(views.take()).toEqual([]);
});

test('a telephone may be called a Cubot', () => {
  const views = new ViewCounter();

  views.countView({ ...reading, agent: 'Mozilla/5.0 (Linux; Android 13; CUBOT X19) Chrome/140.0' }, at);

  expect(views.take()).toHaveLength(1);
});

test('sums are taken once, and come back when they could not be written', () => {
  const views = new ViewCounter();
  views.countView(reading, at);
  views.countDepth(reading, 1, at);

  const taken = views.take();
  expect(views.take()).toEqual([]);

  views.countView(another, at);
  views.putBack(taken);
  expect(views.take()).toEqual([
    { storyId: 7, hour, source: 'social', views: 2, ...nothingRead, quarters: 1 },
  ]);
});

test('a total is known once it was written, and counts on', () => {
  const views = new ViewCounter();
  views.countView(reading, at);
  expect(views.totalOf(7)).toBeUndefined();

  views.written(new Map([[7, 41]]));
  views.countView(another, at);
  views.countView(another, at);
  expect(views.totalOf(7)).toBe(42);
  expect(views.totalOf(8)).toBeUndefined();

  views.areShown = false;
  expect(views.totalOf(7)).toBeUndefined();
});

test('a flood of invented stories takes bounded room', () => {
  const views = new ViewCounter();

  for (let storyId = 1; storyId <= 100_100; storyId++) views.countView({ ...reading, storyId }, at);

  expect(views.take()).toHaveLength(100_000);
});

test.each([
  ['story=7', { storyId: 7, depth: undefined, from: '' }],
  ['story=7&x=y&from=t.co', { storyId: 7, depth: undefined, from: 't.co' }],
  ['story=7&depth=4', { storyId: 7, depth: 4, from: '' }],
  ['story=7&depth=5', undefined],
  ['story=7&depth=', undefined],
  ['story=7&depth=1.5', undefined],
  ['story=0', undefined],
  ['story=-7', undefined],
  ['story=7e3', undefined],
  ['', undefined],
])('%j says %j', (body, expected) => {
  expect(parseBeacon(body)).toEqual(expected);
});
