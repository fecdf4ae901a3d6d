import { expect, test } from 'vitest';
import { askedBy, filterIn, queueAddress } from './queue-filter';

const asked = (names: Record<string, string>) => filterIn((name) => names[name] ?? '');

test.each([
  ['১২', 12],
  ['12', 12],
  [' #১২ ', 12],
  ['বারো', undefined],
  ['', undefined],
])('a story is asked for as %j', (story, storyId) => {
  const filter = asked({ story });
  expect(askedBy(filter, 1).storyId).toBe(storyId);
  expect(queueAddress(filter)).toBe(`/admin/comments?state=held${storyId ? `&story=${storyId}` : ''}`);
});
