import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTestEdge, type TestEdge, tagsMeta } from '../testing/test-edge.ts';

let under: TestEdge;
let renders: string[];
beforeEach(async () => {
  renders = [];
  under = await startTestEdge((request, response) => {
    renders.push(request.url ?? '');
    if (request.url?.startsWith('/media/'))
      return response.writeHead(200, { 'content-type': 'video/mp4' }).end('0123456789');
    if (request.url?.startsWith('/nothing/')) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`${tagsMeta('story:7')}<p>${request.url} ${'খবর '.repeat(800)}`);
  });
});
afterEach(() => under.close());

/** Everything that comes back for these bytes, until the other side ends. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(under.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.once('close', () => resolve(heard));
    socket.once('error', reject);
    socket.write(bytes);
  });
}

const ask = (path: string, ...headers: string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: site.test', ...headers].join('\r\n')}\r\n\r\n`;
const get = (path: string, headers: Record<string, string> = {}) => fetch(under.url + path, { headers });

test('three questions in one breath get three answers, in their order', async () => {
  const heard = await exchange(ask('/a') + ask('/b') + ask('/a', 'Connection: close'));

  expect(heard.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  expect(heard.match(/<p>\/[ab]/g)).toEqual(['<p>/a', '<p>/b', '<p>/a']);
});

test('HTTP/1.0 gets the whole page and the end of the connection', async () => {
  const heard = await exchange('GET /a HTTP/1.0\r\nHost: site.test\r\n\r\n');

  expect(heard).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(heard).toMatch(/connection: close/i);
  expect(heard).toContain('<p>/a');
});

test('a hundred kilobytes of headers make no second page', async () => {
  await get('/a');
  const heard = await exchange(ask('/a', `X-Long: ${'a'.repeat(100_000)}`, 'Connection: close'));

  expect(heard).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(renders).toEqual(['/a']);
});

test('one page however its address is spelt', async () => {
  const inOneSign = '\u09df';
  const inTwo = '\u09af\u09bc';
  const escaped = encodeURIComponent(inTwo);
  for (const spelling of [
    encodeURIComponent(inOneSign),
    escaped,
    escaped.toLowerCase(),
    `${escaped}?utm_source=x`,
  ]) {
    expect((await get(`/topic/${spelling}`)).status).toBe(200);
  }

  expect(renders).toEqual([`/topic/${escaped}`]);
  expect(under.edge.pages.store.size).toBe(1);
});

test.each([
  ['/topic/খাল', '/topic/%E0%A6%96%E0%A6%BE%E0%A6%B2'],
  ['/search?q=ঢাকা&page=2', '/search?q=%E0%A6%A2%E0%A6%BE%E0%A6%95%E0%A6%BE&page=2'],
])('%s in letters, as curl writes it, leads to the address in escapes', async (written, escaped) => {
  const heard = await exchange(ask(written));

  expect(heard).toMatch(/^HTTP\/1\.1 301 /);
  expect(heard).toContain(`\r\nLocation: ${escaped}\r\n`);
  expect((await get(escaped)).status).toBe(200);
});

test.each([['//খাল.example/'], ['/\\খাল'], ['http://খাল/'], ['/খাল\tx'], ['/খাল\r\nSet-Cookie: a=b'], ['/a b']])(
  '%j leads nowhere',
  async (target) => {
    const heard = await exchange(ask(target));

    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).not.toMatch(/location|set-cookie/i);
  },
);

test('odd options for packing and parts leave one page of one weight', async () => {
  await get('/a');
  const pages = under.edge.pages.store;
  const odd = ['gzip;q=0', '*;q=0', 'br;q=x', ',,,', 'identity;q=0', 'zstd', 'GZIP', 'x'.repeat(5000)];
  for (const encoding of odd) {
    const answer = await get('/a', { 'accept-encoding': encoding, range: 'bytes=0-3' });
    expect([answer.status, (await answer.text()).slice(0, 5)]).toEqual([200, '<p>/a']);
  }

  expect([renders, pages.size]).toEqual([['/a'], 1]);
});

test('zstd goes to whoever takes nothing else', async () => {
  await get('/a');
  await expect
    .poll(async () => (await get('/a', { 'accept-encoding': 'zstd' })).headers.get('content-encoding'))
    .toBe('zstd');
});

test.each([
  ['its own', (etag: string) => etag],
  ['a weak one', (etag: string) => `W/${etag}`],
  ['in a list', (etag: string) => `"x", W/"y",${etag} , "z"`],
  ['that of another packing', (etag: string) => etag.replace(/"$/, '-br"')],
  ['any', () => '*'],
])('a page that the reader has by %s tag is not sent again', async (_, named) => {
  const etag = (await get('/a', { 'accept-encoding': 'identity' })).headers.get('etag') ?? '';

  const same = await get('/a', { 'if-none-match': named(etag) });
  const other = await get('/a', { 'if-none-match': named(etag.replace(/^"./, '"_')).replace('*', '"_"') });

  expect([same.status, await same.text()]).toEqual([304, '']);
  expect(other.status).toBe(200);
});

test('a film is given in parts', async () => {
  const whole = await get('/media/film.mp4');
  const part = await get('/media/film.mp4', { range: 'bytes=2-4' });
  const rest = await get('/media/film.mp4', { range: 'bytes=7-' });
  const beyond = await get('/media/film.mp4', { range: 'bytes=10-' });

  expect([whole.headers.get('accept-ranges'), await whole.text()]).toEqual(['bytes', '0123456789']);
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ]);
  expect([rest.status, await rest.text()]).toEqual([206, '789']);
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  expect(renders).toEqual(['/media/film.mp4']);
});

test('a storm of invented addresses fills the small memory and no more, and pushes out no page', async () => {
  await get('/a');
  for (let i = 0; i < 1500; i++) await get(`/nothing/${i}`);

  const { store: memory, negativeCache: brief } = under.edge.pages;
  expect(brief.bytes).toBeLessThanOrEqual(1024 * 1024);
  expect(memory.size).toBeLessThanOrEqual(2);
  renders.length = 0;
  await get('/a');
  expect(renders).toEqual([]);
});

test('whoever asks is told by tag only if he knows the secret', async () => {
  const answer = await get('/a', { 'x-proxy': 'undefined' });
  expect(answer.headers.get('x-page-tags')).toBeNull();
});

describe('an answer that lies ready', () => {
  const withoutDate = (answer: string) => answer.replace(/\r\ndate: [^\r]*/i, '');
  const dateOf = (answer: string) => /\r\ndate: ([^\r]*)/i.exec(answer)?.[1] ?? '';
  const packed = 'Accept-Encoding: gzip';

  test.each([['gzip'], ['identity']])(
    'is, byte for byte, what Node would have said (%s)',
    async (encoding) => {
      const response = ask('/a', `Accept-Encoding: ${encoding}`);
      const last = ask('/nothing/1', 'Connection: close');
      const first = await exchange(response + last);
      await exchange(response + last);
      const third = await exchange(response + last);

      expect(withoutDate(third)).toBe(withoutDate(first));
      expect(renders.filter((path) => path === '/a')).toHaveLength(1);
    },
  );

  test('tells the time of its sending', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const second of ['00', '01', '02', '03']) {
        vi.setSystemTime(`2026-11-25T10:00:${second}Z`);
        const heard = await exchange(ask('/a', packed) + ask('/nothing/1', 'Connection: close'));
        // The first is Node's own, whose clock the test does not set.
        if (second > '00') expect(dateOf(heard)).toBe(`Wed, 25 Nov 2026 10:00:${second} GMT`);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test('ends the connection for whoever asks for that, and has no body for HEAD', async () => {
    for (let i = 0; i < 3; i++) await get('/a');
    const closed = await exchange(ask('/a', 'Connection: close'));
    const [head = '', body] = (await exchange(ask('/a', 'Connection: close').replace('GET', 'HEAD'))).split(
      '\r\n\r\n',
    );

    expect(closed).toMatch(/\r\nconnection: close\r\n/i);
    expect(closed).toContain('<p>/a');
    expect(head).toMatch(/content-length: \d{4}/i);
    expect(body).toBe('');
  });

  test('keeps its order among answers that are made anew, a hundred in one breath', async () => {
    await get('/a');
    const paths = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? `/b${i}` : '/a'));
    const heard = await exchange(paths.map((path) => ask(path)).join('') + ask('/a', 'Connection: close'));

    expect(heard.match(/<p>\/\w+/g)).toEqual([...paths, '/a'].map((path) => `<p>${path}`));
  });
});

test('a remembered page is kept packed, and given plain, whole and by its length to whoever asks for it so', async () => {
  const plain = { 'accept-encoding': 'identity' };
  const first = await (await get('/a', plain)).text();
  await vi.waitUntil(async () => {
    const { headers } = await get('/a', { 'accept-encoding': 'br, gzip' });
    return headers.get('content-encoding') === 'br';
  });
  expect(under.edge.pages.store.bytes).toBeLessThan(Buffer.byteLength(first) / 2);

  const head = await fetch(`${under.url}/a`, { method: 'HEAD', headers: plain });
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(first)));
  for (let i = 0; i < 3; i++) expect(await (await get('/a', plain)).text()).toBe(first);
  expect(await (await get('/a', { 'accept-encoding': 'gzip' })).text()).toBe(first);
  expect(renders).toEqual(['/a']);
  // From now on it is kept plain too, and weighed so.
  expect(under.edge.pages.store.bytes).toBeGreaterThan(Buffer.byteLength(first));
});
