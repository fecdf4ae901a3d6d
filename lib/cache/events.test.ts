import { expect, test } from 'vitest';
import { type PageEvent, tagsTouchedBy } from './events';

test.each<[PageEvent, string[]]>([
  [
    {
      kind: 'story-changed',
      storyId: 7,
      sections: ['sports', 'politics'],
      topics: ['খাল'],
      bylines: ['mitu'],
      districts: ['khulna'],
      days: ['2026-11-24'],
      forms: ['report', 'photo'],
    },
    [
      'archive:2026-11-24',
      'byline:mitu',
      'bylines',
      'district:khulna',
      'form:photo',
      'form:report',
      'front',
      'latest',
      'section:politics',
      'section:sports',
      'story:7',
      'topic:খাল',
    ],
  ],
  [
    { kind: 'story-changed', storyId: 7, sections: ['sports', 'sports'] },
    ['front', 'latest', 'section:sports', 'story:7'],
  ],
  [{ kind: 'live-changed', storyId: 7 }, ['live:7']],
  [{ kind: 'discussion-changed', storyId: 7 }, ['discussion:7']],
  [{ kind: 'picture-changed', storyIds: [7, 3] }, ['story:3', 'story:7']],
  [{ kind: 'byline-changed', slug: 'mitu' }, ['byline:mitu', 'bylines']],
  [{ kind: 'staff-changed' }, ['bylines']],
  [{ kind: 'topic-changed', slug: 'খাল' }, ['topic:খাল']],
  [{ kind: 'front-changed' }, ['front']],
  [{ kind: 'front-changed', section: 'sports' }, ['section:sports']],
  [{ kind: 'popular-changed', period: 'day', isBeside: true }, ['popular', 'popular:day']],
  [{ kind: 'popular-changed', period: 'week', isBeside: false }, ['popular:week']],
  [{ kind: 'readings-grown', storyIds: [7, 3] }, ['readings:3', 'readings:7']],
  [{ kind: 'page-changed', slug: 'about', isInMenus: false }, ['page:about', 'pages']],
  [{ kind: 'page-changed', slug: 'about', isInMenus: true }, ['page:about', 'pages', 'site']],
  [{ kind: 'ads-changed' }, ['site']],
  [{ kind: 'ads-turned' }, ['ads']],
  [{ kind: 'settings-changed' }, ['site']],
  [{ kind: 'day-turned' }, ['today']],
])('%o touches %j', (event, tags) => {
  expect(tagsTouchedBy(event)).toEqual(tags);
});
