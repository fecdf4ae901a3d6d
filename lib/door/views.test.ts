import { expect, test } from 'vitest';
import { storyIn, Views } from './views';

const at = new Date('2026-11-24T06:10:00Z');
const anHourLater = new Date('2026-11-24T07:00:00Z');
const reading = { storyId: 7, network: '203.0.113.9', agent: 'Mozilla/5.0 (Android 14)' };

test('one reader counts once an hour on one story', () => {
  const views = new Views();

  views.note(reading, at);
  views.note(reading, at);
  views.note({ ...reading, storyId: 8 }, at);
  views.note({ ...reading, network: '203.0.113.10' }, at);
  views.note({ ...reading, agent: 'Mozilla/5.0 (iPhone)' }, at);
  views.note(reading, anHourLater);

  expect([...views.take()]).toEqual([
    [7, 4],
    [8, 1],
  ]);
});

test.each(['Googlebot/2.1', 'facebookexternalhit/1.1 preview', 'curl/8', 'python-requests/2', '', undefined])(
  '%s is no reader',
  (agent) => {
    const views = new Views();

    views.note({ ...reading, agent }, at);

    expect(views.take().size).toBe(0);
  },
);

test('counts are taken once, and come back when they could not be written', () => {
  const views = new Views();
  views.note(reading, at);

  const taken = views.take();
  expect(views.take().size).toBe(0);

  views.note({ ...reading, network: '203.0.113.10' }, at);
  views.putBack(taken);
  expect([...views.take()]).toEqual([[7, 2]]);
});

test.each([
  ['story=7', 7],
  ['story=7&x=y', 7],
  ['story=0', undefined],
  ['story=-7', undefined],
  ['story=7e3', undefined],
  ['', undefined],
])('%j names story %s', (body, expected) => {
  expect(storyIn(body)).toBe(expected);
});
