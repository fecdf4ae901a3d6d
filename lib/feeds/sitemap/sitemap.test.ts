import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { storiesBetween } from '@/db/queries/stories/feeds';
import { stories } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import { all, only, type XmlElement, xmlTree } from '../testing/xml-tree';
import {
  addressesInPart,
  idsIn,
  newsSitemapOf,
  partIn,
  partsFor,
  sitemapIndexOf,
  sitemapOf,
} from './sitemap';
import { readNews, readSitemapFiles, readSitemapPart } from './sitemap-reading';

const site = 'https://barta.example';
const now = new Date('2026-11-24T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test.each([
  [0, 0],
  [1, 1],
  [addressesInPart, 1],
  [addressesInPart + 1, 2],
  [1_000_000, 100],
])('ids up to %i take %i parts, which join without gap or overlap', (highest, parts) => {
  expect(partsFor(highest)).toBe(parts);
  const spans = Array.from({ length: parts }, (_, at) => idsIn(at + 1));
  expect(spans.every(({ from, to }) => to - from + 1 <= 50_000)).toBe(true);
  expect(spans.every(({ from }, at) => from === (spans[at - 1]?.to ?? 0) + 1)).toBe(true);
  expect(spans.at(-1)?.to ?? 0).toBeGreaterThanOrEqual(highest);
});

test.each([
  ['stories-1.xml', { kind: 'stories', number: 1 }],
  ['topics-12.xml', { kind: 'topics', number: 12 }],
  ['pages.xml', { kind: 'pages' }],
  ['stories-0.xml', null],
  ['stories-01.xml', null],
  ['stories-1.xml.gz', null],
  ['stories-9999999.xml', null],
  ['staff-1.xml', null],
])('%s names %o', (file, part) => {
  expect(partIn(file)).toEqual(part);
});

test('the index names each part once, and each part lists what is published and nothing else', async () => {
  const db = newsroom();
  const first = aStory(db, { topics: ['পরিবেশ'], bylines: ['nahida'] });
  aStory(db, { state: 'draft', topics: ['unused'] });
  aStory(db, { state: 'retracted' });
  const corrected = aStory(db, { section: 'sports', correctedAt: hoursAgo(1) });

  const files = await readSitemapFiles(db);
  expect(files).toEqual(['pages.xml', 'stories-1.xml', 'topics-1.xml', 'bylines-1.xml']);
  const index = xmlTree(sitemapIndexOf(files, site));
  expect(index.attributes.xmlns).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  expect(all(index, 'sitemap').map((one) => only(one, 'loc'))).toEqual(
    files.map((file) => `${site}/sitemap/${file}`),
  );

  const listed = await readSitemapPart({ kind: 'stories', number: 1 }, db);
  const urls = all(xmlTree(sitemapOf(listed ?? [], site)), 'url');
  expect(urls.map((url) => [only(url, 'loc'), only(url, 'lastmod')])).toEqual([
    [`${site}/national/${first.id}`, first.publishedAt?.toISOString()],
    [`${site}/sports/${corrected.id}`, hoursAgo(1).toISOString()],
  ]);
  expect(await readSitemapPart({ kind: 'topics', number: 1 }, db)).toEqual([{ path: '/topic/পরিবেশ' }]);
  expect(sitemapOf([{ path: '/topic/পরিবেশ' }], site)).toContain('/topic/%E0%A6%AA%E0%A6%B0');
  expect(await readSitemapPart({ kind: 'stories', number: 2 }, db)).toBeNull();
});

test('a part of nothing that is published is not named: of a new newsroom there are the pages', async () => {
  const db = newsroom();
  expect(await readSitemapFiles(db)).toEqual(['pages.xml']);
  aStory(db, { state: 'draft', topics: ['unused'], bylines: ['nahida'] });
  expect(await readSitemapFiles(db)).toEqual(['pages.xml']);
  const story = aStory(db);
  db.update(stories)
    .set({ id: 2 * addressesInPart + 1 })
    .where(eq(stories.id, story.id))
    .run();
  expect(await readSitemapFiles(db)).toEqual(['pages.xml', 'stories-3.xml']);
});

test('a part is found by its ids, however many stories lie before', async () => {
  const db = newsroom();
  const [plan] = await queryPlans(db, () => storiesBetween(db, 45_001, 90_000));
  expect(plan).toContain('SEARCH stories USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
});

test('the news sitemap holds two days and no more, newest first, as Google wants it', async () => {
  const db = newsroom();
  aStory(db, { publishedAt: hoursAgo(49), headline: 'পুরোনো' });
  aStory(db, { publishedAt: hoursAgo(47), headline: 'গতকালের' });
  aStory(db, { publishedAt: hoursAgo(1), headline: 'আজকের & নতুন' });

  const root = xmlTree(newsSitemapOf(await readNews(now, db), site, 'বার্তা'));
  expect(root.attributes['xmlns:news']).toBe('http://www.google.com/schemas/sitemap-news/0.9');
  const news = all(root, 'url').map((url) => all(url, 'news:news')[0] as XmlElement);
  expect(news.map((one) => only(one, 'news:title'))).toEqual(['আজকের & নতুন', 'গতকালের']);
  for (const one of news) {
    const [publication] = all(one, 'news:publication') as [XmlElement];
    expect(only(publication, 'news:name')).toBe('বার্তা');
    expect(only(publication, 'news:language')).toBe('bn');
    expect(only(one, 'news:publication_date')).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  }
});

test('of more than a thousand news the newest thousand are named', async () => {
  const db = newsroom();
  for (let at = 0; at < 1003; at++) aStory(db, { publishedAt: hoursAgo(at / 60) });
  const news = await readNews(now, db);
  expect(news).toHaveLength(1000);
  expect(news[0]?.publishedAt).toEqual(now);
});
