import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import sharp from 'sharp';
import { cookieOf } from '../../support/forms/plain-http';
import { expect, test } from '../../support/test';

const polli = `/topic/${encodeURIComponent('পরিবেশ')}`;
const listings = ['', '/national', polli, '/byline/nahida-sultana'];
const feeds = listings.flatMap((page) => ['xml', 'atom', 'json'].map((end) => `${page}/feed.${end}`));
const types: Record<string, string> = {
  xml: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

for (const address of feeds) {
  test(`${decodeURIComponent(address)} is a feed, remembered, and unchanged for who has it`, async ({
    page,
    request,
    server,
  }) => {
    const first = await request.get(address);
    expect(first.status()).toBe(200);
    expect(first.headers()['content-type']).toBe(types[address.split('.').at(-1) ?? '']);
    const text = await first.text();
    if (address.endsWith('.json')) {
      expect(JSON.parse(text).items.length).toBeGreaterThan(0);
    } else {
      // The browser's own parser is as strict as any.
      const root = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.nodeName;
      }, text);
      expect(root).toBe(address.endsWith('.xml') ? 'rss' : 'feed');
      for (const [, link] of text.matchAll(/<link>([^<]*)<|href="([^"]*)"/g))
        expect(link ?? '').toMatch(/^[\x21-\x7e]*$/);
    }

    const renderer = await server.rendererPid();
    process.kill(renderer, 'SIGSTOP');
    try {
      const { etag = '', 'last-modified': date = '' } = (
        await request.get(address, { timeout: 5_000 })
      ).headers();
      expect(Date.parse(date)).toBeGreaterThan(0);
      const asked = (headers: Record<string, string>) => request.get(address, { headers, timeout: 5_000 });
      expect((await asked({ 'if-none-match': etag })).status()).toBe(304);
      expect((await asked({ 'if-none-match': '"other"' })).status()).toBe(200);
    } finally {
      process.kill(renderer, 'SIGCONT');
    }
  });
}

for (const address of [
  '/nowhere/feed.xml',
  '/topic/nothing/feed.atom',
  '/byline/nobody/feed.json',
  '/sitemap/stories-9.xml',
  '/sitemap/x',
]) {
  test(`${address} is not there`, async ({ request }) => {
    expect((await request.get(address)).status()).toBe(404);
  });
}

test('who reads the feed of a topic that was merged is led to the other’s, once', async ({
  request,
  server,
}) => {
  server.change(
    `insert into topics (slug, name, merged_into) select 'merged-away', 'মিশে গেছে', id from topics where slug = 'পরিবেশ'`,
  );
  for (const ending of ['xml', 'atom', 'json']) {
    const answer = await request.get(`/topic/merged-away/feed.${ending}`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([301, `${polli}/feed.${ending}`]);
  }
});

test('a page names the feeds of what it lists, and its own address', async ({ page }) => {
  for (const [address, feed] of [
    ['/', '/feed.xml'],
    ['/national', '/national/feed.xml'],
    [polli, `${polli}/feed.xml`],
    ['/international/1', '/feed.xml'],
  ] as const) {
    await page.goto(address);
    const link = page.locator('link[rel=alternate][type="application/rss+xml"]');
    expect(new URL((await link.getAttribute('href')) ?? '').pathname, address).toBe(feed);
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(new URL(canonical ?? '').pathname).toBe(address);
  }
});

test('the sitemaps lead from robots.txt to every published story, each once', async ({ request, server }) => {
  const robots = await (await request.get('/robots.txt')).text();
  const locs = async (address: string) => {
    const answer = await request.get(new URL(address).pathname);
    expect(answer.headers()['content-type'], address).toBe('application/xml; charset=utf-8');
    return [...(await answer.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc ?? '');
  };
  const index = /^Sitemap: (.*\/sitemap\.xml)$/m.exec(robots)?.[1] ?? '';
  const listed: string[] = [];
  for (const part of await locs(index)) listed.push(...(await locs(part)));
  expect(new Set(listed).size).toBe(listed.length);

  const stories = server.rows<{ path: string }>(
    `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
     where state = 'published'`,
  );
  expect(listed).toEqual(expect.arrayContaining(stories.map(({ path }) => server.baseURL + path)));
  const unpublished = server.rows<{ id: number }>(`select id from stories where state <> 'published'`);
  for (const { id } of unpublished) expect(listed.filter((one) => one.endsWith(`/${id}`))).toEqual([]);
  expect(listed).toContain(server.baseURL + polli);
});

test('what is published is in feeds and sitemaps at the next request', async ({ request, server }) => {
  const shown = ['/feed.xml', '/national/feed.json', '/news-sitemap.xml'];
  const texts = () => Promise.all(shown.map(async (address) => (await request.get(address)).text()));
  const headline = 'ভোরের আগেই ঘাটে ফিরল হারানো নৌকা';
  expect((await texts()).map((text) => text.includes(headline))).toEqual([false, false, false]);

  server.change(
    `update stories set state = 'scheduled', scheduled_at = ?, headline = ? where id =
     (select max(stories.id) from stories join sections on sections.id = section_id where slug = 'national')`,
    Date.now() - 1000,
    headline,
  );
  await server.barta('publish-due');
  expect((await texts()).map((text) => text.includes(headline))).toEqual([true, true, true]);
});

test('one sentence each for machines: security, ads, models', async ({ request, server }) => {
  expect((await request.get('/ads.txt')).status()).toBe(404);
  const unnamed = await (await request.get('/.well-known/security.txt')).text();
  expect(unnamed).toContain(`Contact: ${server.baseURL}/contact\n`);
  const expires = Date.parse(/^Expires: (.*)$/m.exec(unnamed)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  await server.barta('setting', 'adsTxt', 'exchange.example, 7, DIRECT');
  await server.barta('setting', 'securityContact', 'desk@barta.test');
  expect(await (await request.get('/ads.txt')).text()).toBe('exchange.example, 7, DIRECT\n');
  expect(await (await request.get('/.well-known/security.txt')).text()).toContain(
    'Contact: mailto:desk@barta.test',
  );
  const llms = await request.get('/llms.txt');
  expect(llms.headers()['content-type']).toBe('text/plain; charset=utf-8');
  expect(await llms.text()).toMatch(/^# বার্তা\n/);
});

test('an embedding program finds a story’s card by the link in its head', async ({
  page,
  request,
  server,
}) => {
  await page.goto('/international/1');
  const link = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
  const card = await (await request.get(link ?? '')).json();
  expect(card).toMatchObject({ version: '1.0', type: 'rich', title: await page.locator('h1').textContent() });
  expect(card.html).toContain(`href="${server.baseURL}/international/1"`);

  const ask = (query: string) => request.get(`/api/oembed?${query}`);
  const story = encodeURIComponent(`${server.baseURL}/international/1`);
  expect((await ask(`url=${story}&format=xml`)).headers()['content-type']).toContain('text/xml');
  expect((await ask(`url=${story}&format=yaml`)).status()).toBe(501);
  expect((await ask('url=https://elsewhere.example/a/1')).status()).toBe(404);
  expect((await ask('url=%E0%A4%A')).status()).toBeLessThan(500);
  expect((await ask('')).status()).toBe(404);
});

test('structured data stands in the page as JSON, and the story stays light', async ({ request }) => {
  const html = await (await request.get('/international/1')).text();
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)['@graph'][0]).toMatchObject({ '@type': 'NewsArticle', isAccessibleForFree: true });
  const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  expect(bytes).toBeLessThan(12_000);
  const front = await (await request.get('/')).text();
  expect(front).toContain('"@type":"NewsMediaOrganization"');
});

test.describe('addresses of the site that this one came from', () => {
  const bengali = '/২০১৯/০৫/বড়-খবর';

  test('lead to their place in one step, in any spelling, and a removed one does not', async ({
    request,
    server,
  }) => {
    const where = async (path: string) => {
      const answer = await request.get(path, { maxRedirects: 0 });
      return [answer.status(), answer.headers().location];
    };
    expect((await where(encodeURI(bengali)))[0]).toBe(404);
    expect(await server.barta('redirect', 'add', `${bengali}/`, 'story:1', '--post', '4711')).toContain(
      'Redirected',
    );
    for (const path of [
      encodeURI(bengali.normalize('NFC')),
      encodeURI(bengali.normalize('NFD')),
      encodeURI(bengali).toLowerCase(),
      `${encodeURI(bengali)}/`,
      '/?p=4711',
    ])
      expect(await where(path), path).toEqual([301, '/international/1']);
    expect(await server.barta('redirect', 'list')).toContain(`${bengali.normalize('NFC')},story:1,4711`);
    await server.barta('redirect', 'remove', bengali);
    expect((await where(encodeURI(bengali)))[0]).toBe(404);
  });

  test('are imported from a file, whose invalid rows are reported', async ({ page, server }) => {
    const file = join(server.folder, 'old.csv');
    writeFileSync(file, 'path,target,post\n/old-front,/,\n"/old, gone",gone\nnonsense,story:1\n');
    const words = await server
      .barta('redirect', 'import', file)
      .catch((error) => error.stdout + error.stderr);
    expect(words).toContain('Row 3: "nonsense" is not a path');
    expect(words).toContain('2 imported, 1 refused.');
    const answer = await page.goto(`/${encodeURIComponent('old, gone')}`);
    expect(answer?.status()).toBe(410);
    await expect(page.locator('h1')).toBeVisible();
  });
});

test.describe('a story’s share card', () => {
  test('is drawn behind the page, shown by its name, and changes its name with the headline', async ({
    page,
    request,
    server,
  }) => {
    const [story] = server.rows<{ id: number }>(
      `select max(stories.id) as id from stories join sections on sections.id = section_id
       where slug = 'entertainment' and state = 'published'`,
    );
    const id = story?.id ?? 0;
    const cardOf = async () => {
      await page.goto(`/entertainment/${id}`);
      return new URL((await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '')
        .pathname;
    };
    const card = await cardOf();
    const answer = () => request.get(card, { maxRedirects: 0 });
    await expect.poll(async () => (await answer()).status()).toBe(200);
    const drawn = await answer();
    expect(drawn.headers()['content-type']).toBe('image/jpeg');
    const { width, height } = await sharp(await drawn.body()).metadata();
    expect([width, height]).toEqual([1200, 630]);

    server.change(
      `update stories set state = 'scheduled', scheduled_at = ?, headline = headline || ' (সংশোধিত)' where id = ?`,
      Date.now() - 1000,
      id,
    );
    await server.barta('publish-due');
    const other = await cardOf();
    expect(other).not.toBe(card);
    expect((await answer()).headers().location).toBe(other);
  });

  test('of an old story that nobody has shared yet is there for the first who asks, with a photograph or without', async ({
    request,
    server,
  }) => {
    for (const isPictured of ['is null', 'is not null']) {
      const [story] = server.rows<{ path: string }>(
        `select '/' || slug || '/' || stories.id as path from stories join sections on sections.id = section_id
         where state = 'published' and picture_id ${isPictured} and published_at < unixepoch() * 1000 - 25 * 3600000
         order by published_at limit 1`,
      );
      const html = await (await request.get(story?.path ?? '')).text();
      const card = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const answer = await request.get(new URL(card).pathname, { maxRedirects: 0 });
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg']);
      const { width, height } = await sharp(await answer.body()).metadata();
      expect([width, height]).toEqual([1200, 630]);
    }
  });

  test('is there for pages that list stories, too, and has another name with another name of theirs', async ({
    request,
    server,
  }) => {
    const [named] = server.rows<{ topic: string; byline: string }>(
      `select (select slug from topics where merged_into is null limit 1) as topic,
        (select slug from bylines where portrait_id is not null limit 1) as byline`,
    );
    const cardOf = async (path: string) => {
      const html = await (await request.get(path)).text();
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
      return new URL(/<meta property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '').pathname;
    };
    for (const path of ['/sports', `/topic/${named?.topic}`, `/byline/${named?.byline}`]) {
      const card = await cardOf(path);
      const answer = await request.get(card, { maxRedirects: 0 });
      expect([path, answer.status(), answer.headers()['content-type']]).toEqual([path, 200, 'image/jpeg']);
      const { width, height } = await sharp(await answer.body()).metadata();
      expect([width, height]).toEqual([1200, 630]);
    }
    const [sports] = server.rows<{ name: string }>("select name from sections where slug = 'sports'");
    const before = await cardOf('/sports');
    server.change("update sections set name = 'ক্রীড়াঙ্গন' where slug = 'sports'");
    server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
    const after = await cardOf('/sports');
    expect(after).not.toBe(before);
    expect((await request.get(before, { maxRedirects: 0 })).headers().location).toBe(after);
    server.change("update sections set name = ? where slug = 'sports'", sports?.name ?? '');
    server.change('insert into page_events (tags, at) values (\'["site"]\', ?)', Date.now());
  });

  test('leads from an older name to that of today, and is none for what readers cannot see', async ({
    request,
  }) => {
    const first = await request.get('/share-card/2-000000000000-square.jpg');
    expect(first.status()).toBe(200);
    expect(first.headers()['content-type']).toMatch(/^image\//);
    for (const name of [
      '999999-000000000000-wide.jpg',
      'topic-999999-000000000000-wide.jpg',
      '2-0-wide.jpg',
      'x.jpg',
    ])
      expect((await request.get(`/share-card/${name}`)).status(), name).toBe(404);
  });

  test('is given to the desk as a square to post', async ({ server }) => {
    const headers = { cookie: await cookieOf(server, 'reporter') };
    const answer = await fetch(`${server.baseURL}/admin/stories/3/card`, { headers });
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="3-[0-9a-f]{12}-square\.jpg"$/,
    );
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1080, 1080]);
  });
});
