import type { APIRequestContext, Page } from '@playwright/test';
import { aNewsroomOfOddStories } from '../../support/scenarios/odd-stories';
import { expect, testWithOwnServer } from '../../support/test';
import { faultsOfHead } from '../../support/validators/card-faults';
import { faultsOfAtom, faultsOfJsonFeed, faultsOfRss } from '../../support/validators/feed-faults';
import { faultsOfNewsSitemap, faultsOfSitemap, locsIn } from '../../support/validators/sitemap-faults';
import { faultsOfStructuredData, thingsIn } from '../../support/validators/structured-data-faults';

/** The demo and its stranger neighbours, as the validators of the W3C, Google, JSON Feed and oEmbed would judge them. */
const faultsOf = { xml: faultsOfRss, atom: faultsOfAtom, json: faultsOfJsonFeed } as const;

/** Judged by these stories alone; and no other test should meet them. */
const test = testWithOwnServer(aNewsroomOfOddStories);

const pathOf = (address: string) => new URL(address).pathname;
const textOf = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

test('every feed of the newsroom is right: the site’s, each section’s, each topic’s, each byline’s', async ({
  request,
  server,
}) => {
  test.slow();
  const slugs = (sql: string) =>
    server.rows<{ slug: string }>(sql).map(({ slug }) => encodeURIComponent(slug));
  const listings = [
    '',
    ...slugs('select slug from sections').map((slug) => `/${slug}`),
    ...slugs('select slug from topics where merged_into is null').map((slug) => `/topic/${slug}`),
    ...slugs('select slug from bylines').map((slug) => `/byline/${slug}`),
  ];
  expect(listings.length).toBeGreaterThan(20);
  const faults: string[] = [];
  for (const listing of listings)
    for (const ending of ['xml', 'atom', 'json'] as const) {
      const path = `${listing}/feed.${ending}`;
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(200);
      faults.push(...faultsOf[ending](await answer.text(), server.baseURL + path, new Date()));
    }
  expect(faults).toEqual([]);
});

test('the sitemaps are right, and each address in them is a page that calls itself so', async ({
  request,
  server,
}) => {
  test.slow();
  const index = await textOf(request, '/sitemap.xml');
  const faults = faultsOfSitemap(index, server.baseURL, 'sitemap.xml');
  const parts = locsIn(index);
  for (const part of parts)
    faults.push(...faultsOfSitemap(await textOf(request, pathOf(part)), server.baseURL, pathOf(part)));
  const news = await textOf(request, '/news-sitemap.xml');
  faults.push(...faultsOfNewsSitemap(news, server.baseURL, 'বার্তা', new Date()));
  expect(locsIn(news).length).toBeGreaterThan(0);
  expect(faults).toEqual([]);

  for (const part of parts)
    for (const address of locsIn(await textOf(request, pathOf(part)))) {
      const answer = await request.get(pathOf(address), { maxRedirects: 0 });
      expect(answer.status(), address).toBe(200);
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(await answer.text())?.[1];
      expect(canonical?.replace(/\/$/, '') ?? 'none', address).toBe(address.replace(/\/$/, ''));
    }
});

test('structured data of every story, and of every listing, has what Google asks for', async ({
  request,
  server,
}) => {
  test.slow();
  const stories = server.rows<{ path: string; form: string }>(
    `select '/' || slug || '/' || stories.id as path, form from stories
     join sections on sections.id = section_id where state = 'published'`,
  );
  const faults: string[] = [];
  const images = new Set<string>();
  for (const { path, form } of stories) {
    const html = await textOf(request, path);
    faults.push(...faultsOfStructuredData(html, path));
    const things = thingsIn(html);
    const types = things.map((thing) => String(thing['@type']));
    const wanted = { live: 'LiveBlogPosting', opinion: 'OpinionNewsArticle' }[form] ?? 'NewsArticle';
    expect(types.slice(0, 2), path).toEqual([wanted, 'BreadcrumbList']);
    if (form === 'video') expect(types, path).toContain('VideoObject');
    for (const image of (things[0]?.image ?? []) as string[]) images.add(image);
  }
  const listings = ['/', '/national', `/topic/${encodeURIComponent('পরিবেশ')}`, '/byline/nahida-sultana'];
  for (const path of [...listings, '/district/dhaka']) {
    const html = await textOf(request, path);
    faults.push(...faultsOfStructuredData(html, path));
    const types = thingsIn(html).map((thing) => String(thing['@type']));
    expect(types, path).toContain(path === '/' ? 'NewsMediaOrganization' : 'BreadcrumbList');
  }
  expect(faults).toEqual([]);

  // What it calls a picture is one, whoever asks.
  for (const image of images) {
    const answer = await request.get(pathOf(image));
    expect(answer.status(), image).toBe(200);
    // A drawing in vectors is none to a search engine, or to a network that shows a card.
    expect(answer.headers()['content-type'], image).toMatch(/^image\/(?:jpeg|png|webp)$/);
  }
});

test('the front names the publisher’s other sites, where it has any', async ({ request, server }) => {
  await server.barta('setting', 'facebookUrl', 'https://www.facebook.com/barta.example');
  const [newsroom] = thingsIn(await textOf(request, '/'));
  expect(newsroom?.sameAs).toEqual(['https://www.facebook.com/barta.example']);
  await server.barta('setting', 'facebookUrl', '');
});

test('a card of every kind of page can be made of its head', async ({ page, server }) => {
  test.slow();
  const faults: string[] = [];
  const stories = server.rows<{ path: string }>(
    `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
     where state = 'published' and canonical_source = ''
     and (form <> 'report' or external_id like 'odd-%' or stories.id = 1)`,
  );
  for (const { path } of stories) faults.push(...(await headOf(page, path, true)));
  const listings = [
    '/',
    '/national',
    '/archive',
    '/district',
    '/district/dhaka',
    '/byline',
    '/staff',
    '/photos',
  ];
  const more = ['/videos', '/contact', '/popular', '/byline/nahida-sultana', '/page/about', '/send-news'];
  for (const path of [...listings, ...more]) faults.push(...(await headOf(page, path, false)));
  expect(faults).toEqual([]);
});

async function headOf(page: Page, path: string, isStory: boolean): Promise<string[]> {
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  return faultsOfHead(page, path, isStory);
}

test('every story can be embedded: oEmbed 1.0 in both formats, within the width and height that were asked', async ({
  request,
  server,
}) => {
  const stories = server.rows<{ path: string }>(
    `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
     where state = 'published' and (form <> 'report' or external_id like 'odd-%')`,
  );
  for (const { path } of stories)
    for (const size of ['', '&maxwidth=240&maxheight=120', '&maxwidth=-1&maxheight=x']) {
      const url = encodeURIComponent(server.baseURL + path);
      const answer = await (await request.get(`/api/oembed?url=${url}${size}`)).json();
      expect(answer, path).toMatchObject({
        version: '1.0',
        type: 'rich',
        provider_url: `${server.baseURL}/`,
      });
      for (const key of ['title', 'html', 'provider_name'])
        expect(answer[key], `${path} ${key}`).toMatch(/\S/);
      for (const key of ['width', 'height'])
        expect(Number.isInteger(answer[key]) && answer[key] > 0, `${path} ${key}`).toBe(true);
      // All three of a thumbnail or none, and none that is larger than what was asked for.
      const thumbnail = ['url', 'width', 'height'].map((key) => answer[`thumbnail_${key}`] !== undefined);
      expect(thumbnail, path).toEqual(Array(3).fill(!size.includes('240')));
      expect(String(answer.thumbnail_url)).not.toMatch(/\.svg$/);
      if (size.includes('240')) {
        expect(answer.width).toBeLessThanOrEqual(240);
        expect(answer.height).toBeLessThanOrEqual(120);
      }
      expect(answer.html).not.toMatch(/<script|onerror/i);
    }
});
