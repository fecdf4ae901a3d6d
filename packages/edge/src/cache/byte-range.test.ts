import { expect, test } from 'vitest';
import { rangeIn } from './byte-range.ts';

test.each<[string, ReturnType<typeof rangeIn>]>([
  ['bytes=0-0', { from: 0, to: 0 }],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=90-200', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-1000', { from: 0, to: 99 }],
  ['BYTES=5-9', { from: 5, to: 9 }],
  ['bytes = 5 - 9', 'whole'],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-1', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['bytes=a-b', 'whole'],
  ['lines=1-2', 'whole'],
  ['', 'whole'],
  [`bytes=${'9'.repeat(40)}-`, 'unsatisfiable'],
])('Range %j of a hundred bytes', (range, expected) => {
  expect(rangeIn({ range }, 100, '"x"')).toEqual(expected);
});

test('a part of what has changed since is no part of it', () => {
  expect(rangeIn({ range: 'bytes=5-9', 'if-range': '"x"' }, 100, '"x"')).toEqual({ from: 5, to: 9 });
  expect(rangeIn({ range: 'bytes=5-9', 'if-range': '"y"' }, 100, '"x"')).toBe('whole');
  expect(rangeIn({ range: 'bytes=5-9', 'if-range': 'Tue, 24 Nov 2026 00:00:00 GMT' }, 100, '"x"')).toBe(
    'whole',
  );
});
