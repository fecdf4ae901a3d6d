import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { tagHeader, VarnishPurger } from './varnish-purger.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** What stands where a Varnish would, and how it answers. */
async function aCache(status: () => number = () => 200) {
  const bans: string[] = [];
  server = createServer((request, response) => {
    if (request.method === 'PURGE' && status() === 200) bans.push(String(request.headers['x-ban-tags']));
    response.writeHead(status()).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const lines: string[] = [];
  const choices = {
    url: `http://127.0.0.1:${port}`,
    header: 'x-barta-proxy',
    secret: 'a secret',
    log: (line: string) => lines.push(line),
  };
  return { purge: new VarnishPurger({ ...choices, repeatAfterMs: 30 }), bans, lines };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a ban is known in front before the write is acknowledged, and is said twice', async () => {
  const { purge, bans } = await aCache();

  purge.tags(['story:1', 'topic:নদী']);
  await purge.settled();

  const header = ',(story:1|topic:%E0%A6%A8%E0%A6%A6%E0%A7%80),';
  expect(bans).toContain(header);
  await until(() => bans.length === 2);
  expect(bans).toEqual([header, header]);
  purge.close();
});

test('a pattern finds its own tag and no longer one', () => {
  const pattern = /,(story:1),/;
  expect(pattern.test(tagHeader(['front', 'story:1']))).toBe(true);
  expect(pattern.test(tagHeader(['story:12', 'xstory:1']))).toBe(false);
});

test('what could not be said is said as soon as it can be, and the trouble is told once', async () => {
  let status = 503;
  const { purge, bans, lines } = await aCache(() => status);

  purge.tags(['front']);
  purge.tags(['latest']);
  await purge.settled();
  expect(bans).toEqual([]);
  expect(lines).toEqual(['the cache in front cannot be told: it answered 503']);

  status = 200;
  await until(() => new Set(bans).size === 2);
  expect(new Set(bans)).toEqual(new Set([',(front),', ',(latest),']));
  purge.close();
});
