import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityPolicy } from './security-policy';
import { startTestBartaEdge, type TestBartaEdge } from './testing/test-barta-edge';

const film = Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 251));
let house: TestBartaEdge;
let folder: string;
const requested: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'barta-films-'));
  writeFileSync(join(folder, 'nodi.webm'), film);
  writeFileSync(join(folder, 'secret.txt'), 'x');
  house = await startTestBartaEdge(
    (request, response) => {
      requested.push(request.url ?? '');
      response.writeHead(404).end();
    },
    { mediaFolder: folder },
  );
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(house.url + path, { headers, method });

test('a film comes whole, says what it is, and may be asked for in parts', async () => {
  const answer = await get('/media/nodi.webm');
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(film)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'video/webm',
    'content-length': '5000',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers.get('content-security-policy')).toContain("media-src 'self'");
});

test.each([
  ['bytes=0-99', 0, 99],
  ['bytes=4900-', 4900, 4999],
  ['bytes=-10', 4990, 4999],
])('%s is that part', async (range, from, to) => {
  const answer = await get('/media/nodi.webm', { range });
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to}/5000`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(film.subarray(from, to + 1))).toBe(true);
});

test('a part beyond the end is refused, a head has no body, and what is known is not sent again', async () => {
  expect((await get('/media/nodi.webm', { range: 'bytes=6000-' })).status).toBe(416);
  const head = await get('/media/nodi.webm', {}, 'HEAD');
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5000', '']);
  const etag = head.headers.get('etag') ?? '';
  expect((await get('/media/nodi.webm', { 'if-none-match': etag })).status).toBe(304);
});

test.each(['/media/secret.txt', '/media/none.webm', '/media/..%2fnodi.webm', '/nodi.webm'])(
  '%s is no film of the folder: the renderer is asked, and says so',
  async (path) => {
    requested.length = 0;
    expect((await get(path)).status).toBe(404);
    expect(requested).not.toEqual([]);
  },
);

test('pages may play what lies on the hosts that are named, and nothing else', () => {
  const policy = (hosts?: readonly string[]) =>
    securityPolicy(true, hosts).reader.find(([name]) => name === 'content-security-policy')?.[1];
  expect(policy()).not.toContain('media-src');
  expect(policy(['https://films.example.com'])).toContain("media-src 'self' https://films.example.com;");
});
