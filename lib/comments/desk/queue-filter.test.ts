import { expect, test } from 'vitest';
import { filterIn, queueAddress, queueQuery } from './queue-filter';

const asked = (names: Record<string, string>) => filterIn((name) => names[name] ?? '');

test.each([
  ['১২', 12],
  ['12', 12],
  [' #১২ ', 12],
  ['বারো', undefined],
  ['', undefined],
])('a story is asked for as %j', (story, storyId) => {
  const filter = asked({ story });
  expect(queueQuery(filter, 1).storyId).toBe(storyId);
  expect(queueAddress(filter)).toBe(`/admin/comments?state=held${storyId ? `&story=${storyId}` : ''}`);
});
