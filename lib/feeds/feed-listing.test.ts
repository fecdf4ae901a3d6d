import { expect, test } from 'vitest';
import { feedListing } from './feed-listing';

test.each([
  [undefined, { kind: 'site' }],
  [['section', 'sports'], { kind: 'section', slug: 'sports' }],
  [['topic', encodeURIComponent('নদী')], { kind: 'topic', slug: 'নদী' }],
  [['byline', 'mitu'], { kind: 'byline', slug: 'mitu' }],
  [['district', '12'], undefined],
  [['section'], undefined],
  [['topic', 'a', 'b'], undefined],
])('the listing of %j', (segments, fed) => {
  expect(feedListing(segments)).toEqual(fed);
});
