import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bylines, districts, pictures, stories, storyBylines, storyTopics, topics } from '@/db/schema';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { importStories } from './import-stories';

const now = new Date('2026-11-24T07:00:00Z');

function aRow(overrides: Record<string, unknown> = {}) {
  return {
    id: 'demo-01',
    section: 'national',
    sectionName: 'জাতীয়',
    kicker: null,
    headline: 'খালে বসছে যন্ত্র',
    standfirst: 'তথ্য দেখা যাবে মোবাইল ফোনেও।',
    body: ['প্রথম।', 'দ্বিতীয়।'],
    byline: 'নাহিদা সুলতানা',
    author: 'nahida-sultana',
    topics: ['খাল', 'পানি'],
    district: null,
    publishedMinutesAgo: 90,
    ...overrides,
  };
}

test('a row becomes a published story with its topics and its byline', async () => {
  const db = newsroom();

  expect(await importStories(db, [aRow()], now)).toEqual({ imported: 1, alreadyHere: 0, refused: [] });

  const at = new Date('2026-11-24T05:30:00Z');
  expect(db.select().from(stories).all()).toMatchObject([
    {
      externalId: 'demo-01',
      state: 'published',
      publishedAt: at,
      bodyHtml: '<p>প্রথম।</p>\n<p>দ্বিতীয়।</p>',
      kicker: '',
      createdBy: null,
    },
  ]);
  expect(db.select().from(topics).all()).toMatchObject([{ slug: 'খাল' }, { slug: 'পানি' }]);
  expect(db.select().from(bylines).all()).toMatchObject([
    { slug: 'nahida-sultana', name: 'নাহিদা সুলতানা', kind: 'person' },
  ]);
  expect(db.select().from(storyTopics).all()).toMatchObject([{ publishedAt: at }, { publishedAt: at }]);
  expect(db.select().from(storyBylines).all()).toMatchObject([{ publishedAt: at }]);
  expect(announced(db)).toEqual([
    [
      'archive:2026-11-24',
      'byline:nahida-sultana',
      'bylines',
      'front',
      'latest',
      'section:national',
      'story:1',
      'topic:খাল',
      'topic:পানি',
    ],
  ]);
  expect(audited(db)).toEqual(['import-story story:1']);
});

test('a file given twice changes nothing, not even what the desk has corrected since', async () => {
  const db = newsroom();
  await importStories(db, [aRow()], now);
  db.update(stories).set({ headline: 'ডেস্কের শিরোনাম' }).run();

  expect(await importStories(db, [aRow(), aRow({ id: 'demo-02' })], now)).toEqual({
    imported: 1,
    alreadyHere: 1,
    refused: [],
  });
  expect(db.select().from(stories).where(eq(stories.externalId, 'demo-01')).get()?.headline).toBe(
    'ডেস্কের শিরোনাম',
  );
  expect(announced(db)).toHaveLength(2);
});

test('a bad row is named with its reason and does not stop the rest', async () => {
  const db = newsroom();
  const bad = [
    'no row',
    aRow({ id: 'a', section: 'moon' }),
    aRow({ id: 'b', district: 'atlantis' }),
    aRow({ id: 'c', headline: ' ' }),
    aRow({ id: 'd', body: [] }),
    aRow({ id: 'e', author: 'nobody', byline: null }),
    aRow({ id: 'f', picture: { id: 5 } }),
    aRow({ id: 'g', headline: 'ক'.repeat(201) }),
    aRow({ id: 'h', publishedAt: 'yesterday' }),
    aRow({ id: '' }),
  ];

  const report = await importStories(db, [...bad, aRow()], now);

  expect(report.imported).toBe(1);
  expect(report.refused.map(({ row, id }) => [row, id])).toEqual([
    [1, null],
    [2, 'a'],
    [3, 'b'],
    [4, 'c'],
    [5, 'd'],
    [6, 'e'],
    [7, 'f'],
    [8, 'g'],
    [9, 'h'],
    [10, ''],
  ]);
  expect(report.refused.slice(1, 8).map(({ reason }) => reason)).toEqual([
    'section: no section "moon" is known',
    'district: no district "atlantis" is known',
    'headline: is missing',
    'body: is missing',
    'author: no byline "nobody" is known, and the row gives no name to make one of',
    'picture: no picture 5 is in the library',
    'headline: is too long (at most 200)',
  ]);
  expect(db.select().from(stories).all()).toHaveLength(1);
  expect(db.select().from(bylines).all()).toHaveLength(1);
});

test('a time may be said outright; one ahead of now is left to the clock, and none makes a draft', async () => {
  const db = newsroom();

  await importStories(
    db,
    [
      aRow({ id: 'past', publishedAt: '2023-09-14T10:59:07+06:00' }),
      aRow({ id: 'ahead', publishedAt: '2026-11-25T00:00:00Z' }),
      aRow({ id: 'none', publishedMinutesAgo: undefined }),
    ],
    now,
  );

  expect(db.select().from(stories).all()).toMatchObject([
    { state: 'published', publishedAt: new Date('2023-09-14T04:59:07Z') },
    { state: 'scheduled', publishedAt: null, scheduledAt: new Date('2026-11-25T00:00:00Z') },
    { state: 'draft', publishedAt: null },
  ]);
  expect(announced(db)).toHaveLength(1);
});

test('a line that is no person is a desk, made once', async () => {
  const db = newsroom();
  await importStories(
    db,
    [
      aRow({ id: '1', author: null, byline: 'নিজস্ব প্রতিবেদক' }),
      aRow({ id: '2', author: null, byline: 'নিজস্ব প্রতিবেদক' }),
      aRow({ id: '3', author: null, byline: '' }),
    ],
    now,
  );
  expect(db.select().from(bylines).all()).toMatchObject([{ slug: 'নিজস্ব-প্রতিবেদক', kind: 'desk' }]);
  expect(db.select().from(storyBylines).all()).toHaveLength(2);
});

test('district and picture are taken over; a picture without a maker is refused', async () => {
  const db = newsroom();
  db.insert(districts).values({ code: 'khulna', level: 'district', name: 'খুলনা' }).run();
  db.insert(pictures)
    .values({ sha256: 'a', width: 6, height: 4, mime: 'image/webp', bytes: 1, variants: [], createdAt: now })
    .run();

  const report = await importStories(
    db,
    [
      aRow({ id: '1', district: 'khulna', picture: { id: 1, alt: 'নদী', credit: 'ইমরান', caption: 'ভোর' } }),
      aRow({ id: '2', picture: { id: 1, alt: 'নদী' } }),
    ],
    now,
  );

  expect(report.refused).toEqual([{ row: 2, id: '2', reason: 'pictureCredit: is missing' }]);
  expect(db.select().from(stories).all()).toMatchObject([
    { districtCode: 'khulna', pictureId: 1, pictureAlt: 'নদী', pictureCredit: 'ইমরান', pictureCaption: 'ভোর' },
  ]);
});

test.each([
  [{ byline: 'ন'.repeat(61), author: '' }, 'bylines: is too long (at most 60)'],
  [{ topics: Array.from({ length: 21 }, (_, n) => `বিষয় ${n}`) }, 'topics: are too many (at most 20)'],
])('too much in a list says which limit was passed', async (overrides, reason) => {
  const { refused } = await importStories(newsroom(), [aRow(overrides)], now);
  expect(refused).toMatchObject([{ reason }]);
});
