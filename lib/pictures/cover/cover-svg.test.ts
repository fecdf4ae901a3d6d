import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { coverFor } from './cover-file';
import { coverSvg } from './cover-svg';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

// Digests of the designer's own drawings: a reader's cover is theirs, stitch for stitch.
test.each([
  ['4101.svg', '844ab1721e7df61c'],
  ['4104-1x1.svg', 'c7d504138ee625f1'],
  ['4112.svg', 'cf9046090d4ad93e'],
  ['4120.svg', '27e5bc93385f7ef9'],
  ['4127.svg', '8e2859f6a01ef973'],
  ['4133.svg', 'ac28ea92ffd144d0'],
  ['4150.svg', '46fe9d388ac37277'],
  ['4187-1x1.svg', 'ecf86f3b1bdc1333'],
  ['4187.svg', '03f722959a8b3260'],
])('the cover %s is the drawing of the design', (file, expected) => {
  expect(digest(coverFor(file) ?? '')).toBe(expected);
});

test.each(['7', '07.svg', '0.svg', '7.svg.svg', '../7.svg', '7-2x1.svg', 'x.svg', ''])(
  '%j is no cover',
  (file) => {
    expect(coverFor(file)).toBeNull();
  },
);

test('two stories have two covers, and one story has one', () => {
  expect(coverSvg('story-1')).not.toBe(coverSvg('story-2'));
  expect(coverSvg('story-1')).toBe(coverSvg('story-1'));
});
