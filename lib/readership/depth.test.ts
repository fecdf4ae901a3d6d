import { expect, test } from 'vitest';
import { added, averageDepth, hundredths, noReadings } from './depth';

const twoReaders = { views: 2, quarters: 2, halves: 1, threeQuarters: 1, reads: 1 };

test('one who reads to the end and one who reads a quarter have read five eighths on average', () => {
  expect(averageDepth(twoReaders)).toBe(63);
  expect(averageDepth(noReadings)).toBe(0);
  expect(averageDepth({ ...noReadings, views: 9 })).toBe(0);
});

test('sums add up part by part', () => {
  expect(added(twoReaders, twoReaders)).toEqual({
    views: 4,
    quarters: 4,
    halves: 2,
    threeQuarters: 2,
    reads: 2,
  });
});

test.each([
  [1, 3, 33],
  [2, 3, 67],
  [0, 0, 0],
])('%i of %i are %i hundredths', (part, whole, expected) => {
  expect(hundredths(part, whole)).toBe(expected);
});
