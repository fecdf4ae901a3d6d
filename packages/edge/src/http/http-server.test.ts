import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { metaOf, startTestEdge, type TestEdge, tagsMeta } from '../testing/test-edge.ts';

let under: TestEdge;
afterEach(() => under.close());

const html = (response: ServerResponse, body: string, status = 200) =>
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);

const announceTags = (...tags: string[]) => under.feed.announce(...tags);

/** A newsroom of one story, whose headline lies in a table that another connection writes. */
async function startStoryEdge(options: Parameters<typeof startTestEdge>[1] = {}) {
  let headline = 'ফেরি বন্ধ';
  const renders: string[] = [];
  const requestHeaders: IncomingMessage['headers'][] = [];
  under = await startTestEdge(async (req, res) => {
    renders.push(req.url ?? '');
    requestHeaders.push(req.headers);
    if (req.url === '/national/7')
      return html(res, `<html><head>${tagsMeta('story:7')}</head><h1>${headline}</h1>`);
    if (req.url === '/rail')
      return html(res, `${metaOf({ tags: ['story:1'], swr: ['latest'] })}<p>${renders.length}`);
    if (req.url?.startsWith('/national/7?reply=')) return html(res, `${tagsMeta('story:7')}<p>reply`);
    if (req.url === '/missing') return html(res, `${metaOf({ tags: [], status: 404 })}<h1>পাতাটি নেই</h1>`);
    if (req.url === '/gone') return html(res, `${metaOf({ tags: ['story:8'], status: 410 })}<h1>প্রত্যাহৃত`);
    if (req.url === '/old') return res.writeHead(308, { location: '/national/7' }).end();
    if (req.url === '/aside') return res.writeHead(307, { location: '/national/7' }).end();
    if (req.url === '/broken') return html(res, 'Error: secret stack at /srv/app', 500);
    if (req.url === '/noteless') return html(res, '<p>no note');
    if (req.url === '/cookie')
      return res
        .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b' })
        .end(`${tagsMeta('story:7')}<p>x`);
    if (req.url === '/feed.xml')
      return res
        .writeHead(200, { 'content-type': 'application/rss+xml', 'x-page-tags': 'front topic:%E0%A6%96' })
        .end('<rss/>');
    if (req.url === '/dressed')
      return html(
        res,
        `<html><head>${tagsMeta('story:7')}<link rel="stylesheet" href="/_next/static/chunks/a1.css"/><script src="/assets/reader-AB12CD34.js" type="module"></script></head><a href="/national/7">`,
      );
    if (req.url === '/_next/static/chunks/a1.css' || req.url?.startsWith('/assets/'))
      return res
        .writeHead(200, { 'content-type': req.url.endsWith('.css') ? 'text/css' : 'text/javascript' })
        .end('/* নদী */'.repeat(200));
    if (req.url?.startsWith('/big/')) return html(res, `${tagsMeta('story:9')}${'খ'.repeat(20_000)}`);
    return html(res, '<html id="__next_error__"></html>', 404);
  }, options);
  return { renders, requestHeaders, change: (next: string) => (headline = next) };
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(under.url + path, { headers, redirect: 'manual' });

describe('what is remembered', () => {
  test('with a page that is made ready go its sheets and scripts, packed before pages', async () => {
    const { renders } = await startStoryEdge();
    const address = (path: string) => ({ kind: 'page', path, target: path }) as const;
    await under.edge.pages.warm(['/big/1', '/dressed'].map(address));
    const files = ['/_next/static/chunks/a1.css', '/assets/reader-AB12CD34.js'];
    expect(renders).toEqual(['/big/1', '/dressed', ...files]);

    for (const path of files) {
      const packed = async () =>
        (await get(path, { 'accept-encoding': 'br' })).headers.get('content-encoding');
      await vi.waitFor(async () => expect(await packed()).toBe('br'), 20_000);
    }
    expect(renders).toHaveLength(4);
    await under.edge.pages.warm([address('/dressed')]);
    expect(renders).toHaveLength(4);
  });

  test('a page is rendered once, without cookies, and read from memory after', async () => {
    const { renders, requestHeaders } = await startStoryEdge();

    const first = await get('/national/7', { cookie: 'a=b', rsc: '1', 'accept-encoding': 'gzip' });
    const second = await get('/national/7?utm_source=x');

    expect(await first.text()).toBe('<html><head></head><h1>ফেরি বন্ধ</h1>');
    expect(await second.text()).toContain('ফেরি বন্ধ');
    expect(renders).toEqual(['/national/7']);
    expect(requestHeaders[0]).not.toHaveProperty('cookie');
    expect(requestHeaders[0]).not.toHaveProperty('rsc');
    expect(requestHeaders[0]).not.toHaveProperty('accept-encoding');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('content-security-policy')).toBe("default-src 'self'");
  });

  test('two hundred who ask at once for a cold page wait for one render', async () => {
    const { renders } = await startStoryEdge();

    const answers = await Promise.all(
      Array.from({ length: 200 }, () => get('/national/7').then((a) => a.status)),
    );

    expect(new Set(answers)).toEqual(new Set([200]));
    expect(renders).toHaveLength(1);
  });

  test.each([
    ['a page without a note', '/noteless'],
    ['a page that sets a cookie', '/cookie'],
    ['an error', '/broken'],
  ])('%s is never kept', async (_, path) => {
    const { renders } = await startStoryEdge();

    const first = await get(path);
    await get(path);

    expect(renders).toHaveLength(2);
    expect(first.headers.get('set-cookie')).toBeNull();
  });

  test('a route tells its tags in a header, which goes no further', async () => {
    const { renders } = await startStoryEdge();

    const feed = await get('/feed.xml');
    await get('/feed.xml');
    expect(renders).toHaveLength(1);
    expect(feed.headers.get('x-page-tags')).toBeNull();

    announceTags('topic:খ');
    await get('/feed.xml');
    expect(renders).toHaveLength(2);
  });

  test('the memory stays within its bound, and forgets first what was asked least lately', async () => {
    const { renders } = await startStoryEdge({ maxCacheBytes: 32 * 1024 });

    for (let page = 0; page < 60; page++) await get(`/big/${page}`);

    expect(under.edge.pages.store.bytes).toBeLessThanOrEqual(32 * 1024);
    expect(under.edge.pages.store.size).toBeGreaterThan(5);
    await get('/big/59');
    expect(renders).toHaveLength(60);
    await get('/big/0');
    expect(renders).toHaveLength(61);
  });

  test('an address with a query of ours has no place among the pages', async () => {
    await startStoryEdge();

    await get('/national/7?reply=1');

    expect(under.edge.pages.store.size).toBe(0);
    expect(under.edge.pages.negativeCache.size).toBe(1);
  });
});

describe('freshness', () => {
  test('after each commit of another process the next reader sees the new headline', async () => {
    const { change } = await startStoryEdge();
    let stale = 0;

    for (let edit = 0; edit < 100; edit++) {
      change(`শিরোনাম ${edit}`);
      announceTags('story:7');
      if (!(await (await get('/national/7')).text()).includes(`শিরোনাম ${edit}<`)) stale++;
    }

    expect(stale).toBe(0);
  });

  test('what a commit did not touch is still answered from memory', async () => {
    const { renders } = await startStoryEdge();
    await get('/national/7');

    announceTags('story:8', 'front');
    await get('/national/7');

    expect(renders).toHaveLength(1);
  });

  test('a gap in the events makes the edge server forget everything', async () => {
    const { renders } = await startStoryEdge();
    await get('/national/7');
    announceTags('front');
    await get('/national/7');

    const before = under.feed.changesAfter(0).lastId;
    under.feed.announce('a');
    under.feed.prune(before + 1);
    under.feed.announce('b');
    await get('/national/7');

    expect(renders).toHaveLength(2);
    expect(under.lines.join()).toContain('all cached pages dropped');
  });

  test('pruned events that were read before are no gap', async () => {
    const { renders } = await startStoryEdge();
    announceTags('front');
    await get('/national/7');

    under.feed.prune();
    await get('/national/7');
    announceTags('front');
    await get('/national/7');

    expect(renders).toHaveLength(1);
  });

  test('a page with a choice that moved is served once more while one new one is made', async () => {
    const { renders } = await startStoryEdge();
    const before = await (await get('/rail')).text();

    announceTags('latest');
    const stale = await (await get('/rail')).text();
    await expect.poll(async () => (await get('/rail')).text()).not.toBe(before);

    expect(stale).toBe(before);
    expect(renders).toHaveLength(2);
  });

  test('a render that a commit overtook goes to those who waited, and is not kept', async () => {
    const turns: (() => void)[] = [];
    let renders = 0;
    under = await startTestEdge((_, res) => {
      const mine = ++renders;
      turns.push(() => html(res, `${tagsMeta('story:7')}<p>render ${mine}`));
    });

    const early = get('/national/7');
    await expect.poll(() => turns.length).toBe(1);
    announceTags('story:7');
    const late = get('/national/7');
    await expect.poll(() => turns.length).toBe(2);
    turns[1]?.();
    expect(await (await late).text()).toBe('<p>render 2');
    turns[0]?.();
    expect(await (await early).text()).toBe('<p>render 1');

    expect(await (await get('/national/7')).text()).toBe('<p>render 2');
  });
});

describe('answers', () => {
  test('a redirect of a reader page is 301 or 302, an unknown address 404 with the page for it', async () => {
    const { renders } = await startStoryEdge();

    const old = await get('/old');
    const aside = await get('/aside');
    const unknown = await get('/nothing/here');
    await get('/nothing/here');

    expect([old.status, old.headers.get('location')]).toEqual([301, '/national/7']);
    expect(aside.status).toBe(302);
    expect([unknown.status, await unknown.text()]).toEqual([404, '<h1>পাতাটি নেই</h1>']);
    expect(renders.filter((path) => path === '/nothing/here')).toHaveLength(1);
    expect(under.edge.pages.store.size).toBe(1);
  });

  test('a retracted story is 410 with what its page says', async () => {
    await startStoryEdge();

    const gone = await get('/gone');

    expect([gone.status, await gone.text()]).toEqual([410, '<h1>প্রত্যাহৃত']);
  });

  test('an error of the renderer is 503 with a sentence, and nothing of the error', async () => {
    await startStoryEdge();

    const broken = await get('/broken');
    const text = await broken.text();

    expect(broken.status).toBe(503);
    expect(text).toContain('Error 503');
    expect(text).not.toContain('stack');
  });

  test('a page that has not changed is 304, and HEAD has the length and no body', async () => {
    await startStoryEdge();
    const etag = (await get('/national/7')).headers.get('etag') ?? '';

    const same = await get('/national/7', { 'if-none-match': `"other", W/${etag}` });
    const head = await fetch(`${under.url}/national/7`, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity' },
    });

    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag]);
    expect(head.headers.get('content-length')).toBe(
      String(Buffer.byteLength('<html><head></head><h1>ফেরি বন্ধ</h1>')),
    );
    expect(await head.text()).toBe('');
  });

  test('gzip at once, brotli as soon as it is made, each with its own ETag', async () => {
    await startStoryEdge();
    const as = async (encoding: string) => {
      const answer = await get('/big/1', { 'accept-encoding': encoding });
      return [
        answer.headers.get('content-encoding'),
        await answer.text(),
        answer.headers.get('etag'),
      ] as const;
    };

    const gzip = await as('gzip, br');
    await expect.poll(async () => (await as('gzip, br'))[0]).toBe('br');
    const br = await as('gzip, br');
    const none = await as('gzip;q=0, br;q=0');

    expect([gzip[0], br[0], none[0]]).toEqual(['gzip', 'br', null]);
    expect(new Set([gzip[1], br[1], none[1]]).size).toBe(1);
    expect(new Set([gzip[2], br[2], none[2]]).size).toBe(3);
  });

  test('doubled and trailing slashes lead to the one spelling', async () => {
    await startStoryEdge();

    const doubled = await get('//evil.example//');

    expect([doubled.status, doubled.headers.get('location')]).toEqual([301, '/evil.example']);
  });
});

describe('when a page was made', () => {
  const aMomentAgo = 1100;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  test('who keeps only the date is told that nothing has changed, until something has', async () => {
    await startStoryEdge();
    const date = (await get('/national/7')).headers.get('last-modified') ?? '';
    expect(date).toMatch(/GMT$/);
    expect((await get('/national/7', { 'if-modified-since': date })).status).toBe(304);
    expect((await get('/national/7', { 'if-modified-since': 'yesterday' })).status).toBe(200);
    const before = new Date(Date.parse(date) - 1000).toUTCString();
    expect((await get('/national/7', { 'if-modified-since': before })).status).toBe(200);

    await pause(aMomentAgo);
    announceTags('story:7');
    expect((await get('/national/7', { 'if-modified-since': date })).status).toBe(200);
  });

  test('an ETag, where one is sent, decides alone', async () => {
    await startStoryEdge();
    const first = await get('/national/7');
    const date = first.headers.get('last-modified') ?? '';
    const other = { 'if-modified-since': date, 'if-none-match': '"another"' };
    expect((await get('/national/7', other)).status).toBe(200);
  });

  test('of two pages in one second neither is called the same by its date, and the later has a later one from then on', async () => {
    await startStoryEdge();
    await get('/national/7');
    await pause(1000 - (Date.now() % 1000) + 20);
    announceTags('story:7');
    const date = (await get('/national/7')).headers.get('last-modified') ?? '';
    announceTags('story:7');
    expect((await get('/national/7', { 'if-modified-since': date })).status).toBe(200);

    await pause(aMomentAgo);
    const later =
      (await get('/national/7', { 'if-modified-since': date })).headers.get('last-modified') ?? '';
    expect(Date.parse(later)).toBeGreaterThan(Date.parse(date));
    expect(Date.parse(later)).toBeLessThanOrEqual(Date.now());
    for (const encoding of ['identity', 'gzip']) {
      const known = { 'if-modified-since': later, 'accept-encoding': encoding };
      expect((await get('/national/7', known)).status).toBe(304);
    }
  });
});
