import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { readText, startTestEdge, type TestEdge, tagsMeta } from '../testing/test-edge.ts';

let under: TestEdge;
afterEach(() => under.close());

/** What the renderer was asked last. */
let received: { method: string; url: string; headers: IncomingHttpHeaders; body: string };

async function aDesk(
  options: Parameters<typeof startTestEdge>[1] = {},
  answer: { status?: number; type?: string } = {},
) {
  under = await startTestEdge(async (request, response) => {
    const { method = '', url = '', headers } = request;
    received = { method, url, headers, body: await readText(request) };
    response
      .writeHead(answer.status ?? 200, {
        'content-type': answer.type ?? 'text/html; charset=utf-8',
        'set-cookie': ['a=b; HttpOnly', 'c=d'],
        'cache-control': 's-maxage=31536000',
        'x-powered-by': 'Next.js',
      })
      .end(`${tagsMeta('story:7')}<script>x</script><p>${'মন্তব্য '.repeat(100)}</p>`);
  }, options);
}

const visit = (path: string, headers: Record<string, string> = {}) =>
  fetch(under.url + path, { headers, redirect: 'manual' });

const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(under.url + path, { method: 'POST', body, headers, redirect: 'manual' });

test('a page that knows who asks gets cookies and query, a nonce of its own, and is never kept', async () => {
  await aDesk();

  const first = await visit('/admin/stories?state=draft', { cookie: 'session=1' });
  const second = await visit('/admin/stories?state=draft');

  expect(first.headers.get('cache-control')).toBe('private, no-store');
  expect(first.headers.getSetCookie()).toEqual(['a=b; HttpOnly', 'c=d']);
  expect(first.headers.get('x-powered-by')).toBeNull();
  expect(await first.text()).toContain('<script>');
  const policies = [first, second].map((answer) => answer.headers.get('content-security-policy'));
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
  expect(policies[0]).not.toBe(policies[1]);
  expect(received).toMatchObject({
    url: '/admin/stories?state=draft',
    headers: { 'content-security-policy': policies[1] },
  });
});

test('a form that says no origin is passed on with ours, as the guard has let it in; nothing else is', async () => {
  await aDesk();
  const { origin, host } = new URL(under.url);

  await send('/international/1', new URLSearchParams({ a: 'b' }));
  expect(received.headers).toMatchObject({ origin, 'x-forwarded-host': host });
  await send('/login', new URLSearchParams({ a: 'b' }));
  expect(received.headers).toMatchObject({ origin, 'x-forwarded-host': host });

  await send('/api/unsubscribe?token=x', new URLSearchParams({ a: 'b' }));
  expect(received.url).toBe('/api/unsubscribe?token=x');
  expect(received.headers).not.toHaveProperty('origin');
  await visit('/admin');
  expect(received.headers).not.toHaveProperty('origin');
});

test.each([
  ['GET', '/login', 'null'],
  ['GET', '/login', 'https://evil.example'],
  ['POST', '/api/unsubscribe?token=x', 'null'],
])('%s %s with the origin %s is asked of Next as of our own house', async (method, path, origin) => {
  await aDesk();
  const { host } = new URL(under.url);
  const body = method === 'POST' ? new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) : null;
  const answer = await fetch(under.url + path, { method, body, headers: { origin } });

  expect(answer.status).toBe(200);
  expect(received.headers['x-forwarded-host']).toBe(host);
});

test('an address of a commenter’s that is none is the page that readers get, with nobody’s cookies; the desk has its own', async () => {
  await aDesk({}, { status: 404 });
  for (const path of ['/account/nothing/at-all', '/login/x']) {
    const answer = await visit(path, { cookie: 'session=1' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'private, no-store']);
    expect(answer.headers.getSetCookie()).toEqual([]);
    // Finished, as what all readers get is.
    expect(await answer.text()).not.toContain('<script>');
    expect(received).toMatchObject({ url: '/missing' });
    expect(received.headers).not.toHaveProperty('cookie');
  }
  expect(await (await visit('/admin/x')).text()).toContain('<script>');
});

test('what only our own side may say is dropped', async () => {
  await aDesk();

  const answer = await visit('/admin', {
    'x-middleware-subrequest': 'middleware',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'content-security-policy': "script-src 'nonce-mine'",
    'x-real-ip': '1.2.3.4',
    rsc: '1',
  });
  await answer.text();

  expect(received.headers).not.toHaveProperty('x-middleware-subrequest');
  expect(received.headers).not.toHaveProperty('x-real-ip');
  expect(received.headers['content-security-policy']).not.toContain('mine');
  expect(received.headers).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': `127.0.0.1:${under.port}`,
    'x-forwarded-proto': 'http',
    rsc: '1',
  });
});

test('behind a proxy that is trusted, the reader is whom the proxy names', async () => {
  await aDesk({ trustedProxies: ['127.0.0.0/8'], siteUrl: 'https://site.example' });

  const answer = await visit('/login', {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'site.example',
  });

  expect(received.headers).toMatchObject({
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'site.example',
    'x-forwarded-proto': 'https',
  });
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
});

test('text is packed on the way to whoever can unpack it', async () => {
  await aDesk();

  const answer = await visit('/login', { 'accept-encoding': 'gzip' });

  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toContain('মন্তব্য');
});

test('the answer to a reader’s form is finished like a page, given once, and never kept', async () => {
  await aDesk();

  const answer = await send('/national/7', new URLSearchParams({ body: 'ভালো' }), {
    cookie: 'device=1',
    rsc: '1',
    'next-action': 'x',
  }).catch((error) => error);
  expect(answer.status).toBe(200);

  const html = await answer.text();
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('cache-tags');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.getSetCookie()).toEqual(['a=b; HttpOnly', 'c=d']);
  expect(received.headers.cookie).toBe('device=1');
  expect(received.headers).not.toHaveProperty('rsc');
  expect(under.edge.pages.store.size).toBe(0);
});

test('a search is a reader page: asked for without cookies, finished, and kept nowhere', async () => {
  await aDesk();

  const answer = await visit('/search?q=a%20b&page=2&utm_source=x', { cookie: 'session=1', rsc: '1' });

  const html = await answer.text();
  expect(html).toContain('মন্তব্য');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('cache-tags');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(received).toMatchObject({ method: 'GET', url: '/search?q=a%20b&page=2&utm_source=x' });
  expect(received.headers).not.toHaveProperty('cookie');
  expect(received.headers).not.toHaveProperty('rsc');
  expect(under.edge.pages.store.size).toBe(0);
  expect(under.edge.pages.negativeCache.size).toBe(0);

  const post = await send('/search', new URLSearchParams({ q: 'a' }));
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('who wrote reads what was written: events are read before the answer leaves', async () => {
  let headline = 'আগে';
  under = await startTestEdge((request, response) => {
    response.setHeader('content-type', 'text/html');
    if (request.method === 'POST') {
      headline = 'পরে';
      under.feed.announce('story:7');
    }
    response.end(`${tagsMeta('story:7')}${headline}`);
  });
  await visit('/national/7');
  expect(under.edge.pages.store.size).toBe(1);

  await send('/admin/stories/7', new URLSearchParams({ headline: 'পরে' }));

  expect(under.edge.pages.store.size).toBe(0);
  expect(await (await visit('/national/7')).text()).toBe('পরে');
});

test.each([
  [409, 'Error 409'],
  [400, 'Error 400'],
])('a form that Next refuses with %i is answered with a sentence', async (status, sentence) => {
  await aDesk({}, { status, type: 'text/plain' });

  const answer = await send('/national/7', new URLSearchParams({ body: 'x' }));

  expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([status, true]);
});

test('React’s client at the desk gets what Next says, whatever it is', async () => {
  await aDesk({}, { status: 409, type: 'text/plain' });

  const sent = '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n[null,"$K1"]\r\n--x--\r\n';
  const type = 'multipart/form-data; boundary=x';
  const answer = await send('/admin/stories/7', sent, { 'next-action': 'x', 'content-type': type });

  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('<script>')]);
});

test('a body that grows too large on its way is cut off, whatever its sender said', async () => {
  await aDesk();
  const endless = new ReadableStream({
    start(controller) {
      for (let piece = 0; piece < 50; piece++) controller.enqueue(new Uint8Array(10_000));
      controller.close();
    },
  });

  const answer = await fetch(`${under.url}/national/7`, {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit);

  expect(answer.status).toBe(413);
});

test('whoever sends too much over a slow line is let finish, and the line stays', async () => {
  await aDesk();
  const { hostname, port } = new URL(under.url);
  const line = connect(Number(port), hostname);
  const faults: string[] = [];
  let heard = '';
  line.on('error', ({ message }) => faults.push(message)).on('close', () => faults.push('closed'));
  line.on('data', (words) => {
    heard += words;
  });
  const head = (path: string, length: number) =>
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${length}\r\n\r\n`;

  line.write(head('/admin/pictures', 40_000_000));
  await vi.waitFor(() => expect(heard).toMatch(/^HTTP\/1.1 413 /), 20_000);
  for (let at = 0; at < 40; at++) {
    line.write(Buffer.alloc(1_000_000));
    await pause(5);
  }
  line.write(`GET /api/health HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  await vi.waitFor(() => expect(heard.match(/HTTP\/1.1 \d+/g)).toHaveLength(2), { timeout: 10_000 });

  expect(faults).toEqual([]);
  line.destroy();
});

test('a picture goes through as it comes, for someone signed in', async () => {
  await aDesk();
  const form = new FormData();
  form.set('picture', new Blob([new Uint8Array(3_000_000)]), 'a.jpg');

  const signedIn = { cookie: 'session=x', origin: 'http://site.test' };
  expect((await send('/admin/pictures', form, signedIn)).status).toBe(200);
  expect(received.body.length).toBeGreaterThan(3_000_000);
  expect((await send('/admin/pictures', form)).status).toBe(413);
});
