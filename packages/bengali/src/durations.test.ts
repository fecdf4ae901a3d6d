import { expect, test } from 'vitest';
import { formatBengaliDuration, formatDuration, isoDuration, parseDuration } from './durations.ts';

test.each([
  ['৩:২৫', 205],
  ['3:25', 205],
  [' ১:০২:০৩ ', 3723],
  ['205', 205],
  ['০:০৯', 9],
  ['86400', 86_400],
])('%j is %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', '0', '0:00', '3:60', '3:5', '-1', '3 মিনিট', '1:2:3', '86401', '1:02:03:04', '৩.৫'])(
  '%j is no length of time',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test.each([
  [9, '0:09', '০:০৯', 'PT9S'],
  [205, '3:25', '৩:২৫', 'PT3M25S'],
  [3600, '1:00:00', '১:০০:০০', 'PT1H'],
  [3723, '1:02:03', '১:০২:০৩', 'PT1H2M3S'],
])('%i seconds are written %s, shown %s and said to machines as %s', (seconds, typed, shown, iso) => {
  expect([formatDuration(seconds), formatBengaliDuration(seconds), isoDuration(seconds)]).toEqual([
    typed,
    shown,
    iso,
  ]);
  expect(parseDuration(typed)).toBe(seconds);
});
