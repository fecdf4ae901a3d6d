import { expect, test } from 'vitest';
import { acceptedCompressions } from './content-encoding.ts';

test.each<[string | undefined, string]>([
  [undefined, ''],
  ['', ''],
  ['gzip, deflate, br, zstd', 'br zstd gzip'],
  ['gzip,deflate', 'gzip'],
  ['GZIP, Br', 'br gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br; q = 0.000, gzip', 'gzip'],
  ['gzip;q=0.001', 'gzip'],
  ['*', 'gzip'],
  ['*;q=0', ''],
  ['gzip;q=0, *', ''],
  ['identity', ''],
  ['identity;q=0, br', 'br'],
  ['brotli, gzipped', ''],
  [';q=,,br;q=x;;gzip', 'br'],
  [',,,', ''],
  ['gzip;q=nothing', 'gzip'],
])('Accept-Encoding %j takes %j', (header, packings) => {
  expect(acceptedCompressions(header).join(' ')).toBe(packings);
});

test('random headers do not fill the memory, and go on to be read', () => {
  for (let i = 0; i < 2000; i++) acceptedCompressions(`gzip;q=0.${i}, nothing-${i}`);
  expect(acceptedCompressions('br, nothing-more')).toEqual(['br']);
});
