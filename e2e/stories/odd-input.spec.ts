import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { aNewsroomOfOddStories } from '../support/scenarios/odd-stories';
import type { TestServer } from '../support/server/test-server';
import { axeViolations, expect, testWithOwnServer } from '../support/test';
import { faultsOfAtom, faultsOfJsonFeed, faultsOfRss } from '../support/validators/feed-faults';

/** What is done to this newsroom no other test should meet. */
const test = testWithOwnServer(aNewsroomOfOddStories);

const changed = (server: TestServer) =>
  server.change('insert into page_events (tags, at) values (\'["site","front"]\', ?)', Date.now());

const idOf = (server: TestServer, external: string) =>
  server.rows<{ id: number }>('select id from stories where external_id = ?', external)[0]?.id ?? 0;

const malformed = [
  ...[
    '/%',
    '/%ff',
    '/%E0%A6',
    '/%00',
    '/national/%2e%2e',
    '/..%2f..%2fetc/passwd',
    '//national',
    '/\\national',
  ],
  ...[
    '/national/0',
    '/national/-1',
    '/national/1e3',
    '/national/01',
    '/national/9999999999999999999',
    '/national/1.0',
  ],
  ...['/national/1/%E0%A6', '/national/before/', '/national/before/%ff', '/national/before/x.y', '/NATIONAL'],
  ...[
    '/topic/',
    '/topic/%ff',
    '/topic/%2F',
    `/topic/${'%E0%A6%95'.repeat(500)}`,
    '/byline/%00',
    '/byline/%E0',
  ],
  ...[
    '/archive/2026-13-01',
    '/archive/2026-02-30',
    '/archive/0000-00-00',
    '/archive/99999-01-01',
    '/archive/x',
  ],
  ...[
    '/archive?date=%ff',
    '/district/%ff',
    '/district/no-such',
    '/district?division=%E0',
    '/photos/before/x',
  ],
  ...[
    '/search?q=%ff',
    `/search?q=${'%E0%A6%95'.repeat(1500)}`,
    '/search?q=%22%22%22',
    '/search?q=(*)%20OR%20NOT',
  ],
  ...['/search?from=x&to=y&page=-1', '/search?page=99999999999', '/feed.xml/x', '/national/feed.exe'],
  ...[
    '/sitemap/stories-0.xml',
    '/sitemap/..%2f',
    '/media/%ff',
    '/media/..%2f..%2fbarta.db',
    '/share-card/%ff',
  ],
  ...[
    '/cover/%ff',
    '/cover/x',
    '/ad/0',
    '/ad/x',
    '/page/%ff',
    '/lite/%ff',
    '/lite/national/%ff',
    '/popular/year',
  ],
  ...[
    '/?p=%ff',
    '/?p=99999999999999999999',
    '/api/oembed?url=%ff',
    '/api/search?q=%ff',
    '/api/suggest?q=%ff',
  ],
  ...[
    '/_next/static/%ff',
    '/enhance/%ff',
    '/account/nothing',
    '/account/nothing/at-all',
    '/login/x',
    '/.well-known/%ff',
    `/${'a'.repeat(6000)}`,
    '/national;x=1/1',
    '/a/b/c/d',
  ],
];

test('no address, however malformed, is answered by a failure of ours', async ({ server }) => {
  test.slow();
  const odd: string[] = [];
  for (const path of malformed) {
    const status = await statusOf(server, path);
    if (status < 200 || status >= 500) odd.push(`${status} ${path.slice(0, 60)}`);
  }
  expect(odd).toEqual([]);
  expect(server.output).not.toMatch(/TypeError|RangeError|SqliteError|Unhandled/);
});

test('who looks with a browser for what is not there, or was never an address, is told so in Bengali', async ({
  page,
}) => {
  const asked = ['/no-such', '/national/99999', '/NATIONAL', '/topic/x', '/archive/2026-02-30', '/a/b/c/d'];
  for (const path of [
    ...asked,
    '/%ff',
    '/media/x.jpg',
    '/account/nothing/at-all',
    '/login/x',
    '/lite/x/99999',
  ]) {
    const answer = await page.goto(path);
    expect([400, 404], path).toContain(answer?.status());
    await expect(page.locator('h1'), path).toHaveText(/^[\u0980-\u09ff ,]+$/);
    await expect(page.locator('html'), path).toHaveAttribute('lang', 'bn');
  }
});

/** As it is written: `fetch` would tidy it. */
function statusOf(server: TestServer, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    plainRequest(
      { host: '127.0.0.1', port: server.port, path, headers: { 'user-agent': 'a test', origin: 'null' } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    )
      .on('error', reject)
      .end();
  });
}

test('a section, a topic and a byline without a story are pages, and right feeds', async ({
  page,
  request,
  server,
}) => {
  server.change("insert into topics (slug, name) values ('কিছুই-নেই', 'কিছুই নেই')");
  server.change("insert into bylines (slug, name) values ('nobody-yet', 'নতুন জন')");
  for (const path of ['/empty-one', `/topic/${encodeURIComponent('কিছুই-নেই')}`, '/byline/nobody-yet']) {
    await holds(page, path);
    await expect(page.locator('.empty')).toHaveCount(1);
    for (const [ending, faultsOf] of [
      ['xml', faultsOfRss],
      ['atom', faultsOfAtom],
      ['json', faultsOfJsonFeed],
    ] as const) {
      const feed = await request.get(`${path}/feed.${ending}`);
      expect(feed.status()).toBe(200);
      expect(faultsOf(await feed.text(), `${server.baseURL}${path}/feed.${ending}`, new Date())).toEqual([]);
    }
  }
});

test('stories without picture, name, topic and standfirst, of signs, marks and endless words hold their shape', async ({
  page,
  server,
}) => {
  test.slow();
  for (const { path } of server.rows<{ path: string }>(
    `select '/national/' || id as path from stories where external_id like 'odd-%' order by id`,
  ))
    await holds(page, path);
  for (const path of ['/', '/national', '/lite', '/search?q=NASA']) await holds(page, path);
  await page.goto(`/national/${idOf(server, 'odd-signs')}`);
  await expect(page.locator('h1')).toHaveText("<b>“বাজেট”</b> & 'কর' ১০% < ২০%; ]]> ও 🐅");
});

test('a headline of three hundred letters is shown whole, wherever it leads', async ({ page, server }) => {
  const headline = 'অসমাপ্ত '.repeat(38).trim();
  server.change(
    'update stories set headline = ?, published_at = ? where external_id = ?',
    ...[headline, Date.now(), 'odd-bare'],
  );
  changed(server);
  expect([...headline].length).toBeGreaterThanOrEqual(300);
  for (const path of [`/national/${idOf(server, 'odd-bare')}`, '/', '/national', '/lite', '/archive']) {
    await holds(page, path);
    if (path !== '/archive') await expect(page.locator('main')).toContainText(headline);
  }
});

test('a story of forty thousand words is read to its end, full and light', async ({ page, server }) => {
  test.slow();
  const paragraph = `${'নদীর পাড়ে হাট বসে রোজ '.repeat(12).trim()}।`;
  const body = Array.from({ length: 670 }, () => paragraph).join('\n\n');
  expect(body.split(/\s+/).length).toBeGreaterThan(40_000);
  const file = join(server.folder, 'long.json');
  const row = { id: 'odd-endless', section: 'national', headline: 'দীর্ঘতম', publishedMinutesAgo: 1, body };
  writeFileSync(file, JSON.stringify([{ ...row, body: `${body}\n\nএখানেই শেষ।` }]));
  await server.barta('import-stories', file);
  const path = `/national/${idOf(server, 'odd-endless')}`;
  for (const address of [path, `/lite${path}`]) {
    await page.goto(address);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await expect(page.getByText('এখানেই শেষ।')).toHaveCount(1);
    await expect(page.locator('h1')).toHaveText('দীর্ঘতম');
  }
});

test('four hundred topics stand under a story, and its feed names them', async ({
  page,
  request,
  server,
}) => {
  const id = idOf(server, 'odd-latin');
  for (let number = 1; number <= 400; number += 1) {
    server.change('insert into topics (slug, name) values (?, ?)', `odd-topic-${number}`, `বিষয় ${number}`);
    server.change(
      `insert into story_topics (story_id, topic_id, position, published_at)
       select ?, id, ?, ? from topics where slug = ?`,
      ...[id, number, Date.now(), `odd-topic-${number}`],
    );
  }
  changed(server);
  await holds(page, `/national/${id}`);
  expect(await page.locator('.tags a.chip').count()).toBeGreaterThanOrEqual(400);
  // They do not stand between the story and what was said about it, and are there for who asks.
  const last = page.locator('.tags').getByRole('link', { name: 'বিষয় 400' });
  await expect(last).toBeHidden();
  expect((await page.locator('.tags').boundingBox())?.height).toBeLessThan(600);
  await page.locator('.tags summary').press('Enter');
  await expect(last).toBeVisible();
  const feed = await request.get('/topic/odd-topic-7/feed.xml');
  expect(faultsOfRss(await feed.text(), `${server.baseURL}/topic/odd-topic-7/feed.xml`, new Date())).toEqual(
    [],
  );
});

test('pictures that are gone from the disk leave their room and their words, and move nothing', async ({
  page,
  server,
}) => {
  const media = join(server.folder, 'media');
  const paths = ['/', '/national', '/byline', '/photos'];
  await page.setViewportSize({ width: 1280, height: 900 });
  const boxes = new Map<string, number>();
  const heightOf = () =>
    page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height ?? 0);
  for (const path of paths) {
    await page.goto(path);
    boxes.set(path, await heightOf());
  }
  for (const file of readdirSync(media)) rmSync(join(media, file), { recursive: true });
  const context = await page.context().browser()?.newContext({ baseURL: server.baseURL });
  const anew = await context?.newPage();
  if (!context || !anew) throw new Error('no browser');
  await anew.setViewportSize({ width: 1280, height: 900 });
  for (const path of paths) {
    const answer = await anew.goto(path);
    expect(answer?.status()).toBe(200);
    const height = await anew.evaluate(
      () => document.querySelector('main')?.getBoundingClientRect().height ?? 0,
    );
    expect(Math.abs(height - (boxes.get(path) ?? 0)), path).toBeLessThanOrEqual(2);
    // Some were remembered by the edge server; whatever is asked for anew is told plainly not to be there.
    for (const src of await anew
      .locator('main img')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src'))))
      if (src?.startsWith('/media/')) expect((await anew.request.get(src)).status(), src).toBeLessThan(500);
  }
  await context.close();
});

async function holds(page: Page, path: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, `${path} at ${width}`).toBeLessThanOrEqual(0);
    await expect(page.locator('h1')).toHaveCount(1);
  }
  expect(await axeViolations(page), path).toEqual([]);
}
