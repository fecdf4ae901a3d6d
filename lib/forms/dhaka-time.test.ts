import { expect, test } from 'vitest';
import { dhakaTimeIn, dhakaTimeOf } from './dhaka-time';

test.each([
  ['2026-11-24T18:30', '2026-11-24T12:30:00.000Z'],
  ['2026-11-24T00:00', '2026-11-23T18:00:00.000Z'],
  ['2026-11-24T23:59:00', '2026-11-24T17:59:00.000Z'],
])('%s is a time in Dhaka', (input, at) => {
  expect(dhakaTimeIn(input)?.toISOString()).toBe(at);
  expect(dhakaTimeOf(new Date(at))).toBe(input.slice(0, 16));
});

test.each(['', '2026-11-24', '2026-02-30T10:00', '2026-11-24T24:00', '2026-11-24T10:00Z', 'আজ'])(
  '%j is no time',
  (input) => {
    expect(dhakaTimeIn(input)).toBeNull();
  },
);
