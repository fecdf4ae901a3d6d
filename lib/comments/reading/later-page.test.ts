import { expect, test } from 'vitest';
import { laterPageIn } from './later-page';

test.each([
  ['before-812', { kind: 'before', rootId: 812 }],
  ['thread-812', { kind: 'thread', rootId: 812, after: 0 }],
  ['thread-812-after-900', { kind: 'thread', rootId: 812, after: 900 }],
  ['before-812-after-900', null],
  ['before-0812', null],
  ['before-', null],
  ['2', null],
  ['thread-1-after-0', null],
  ['thread-1; drop', null],
])('%s is %j', (segment, page) => {
  expect(laterPageIn(segment)).toEqual(page);
});
