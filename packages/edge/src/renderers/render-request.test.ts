import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchFromRenderer, NoResponse } from './render-request.ts';
import type { Renderer } from './renderer-process.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Renderers that are lent in turn; `end` is what their supervisor calls when a process has ended. */
async function inTurn(...pages: RequestListener[]) {
  const ports: number[] = [];
  for (const page of pages) {
    const server = createServer(page);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    ports.push((server.address() as AddressInfo).port);
  }
  let lent = 0;
  const underWay = new Set<number>();
  const ended: (() => void)[] = [];
  const renderer: Renderer = {
    async lease() {
      const turn = lent++;
      underWay.add(turn);
      return {
        port: ports[turn % ports.length] ?? 0,
        release: () => void underWay.delete(turn),
        onEnded: (then) => void ended.push(then),
      };
    },
    async stop() {},
  };
  return { renderer, underWay, endAll: () => ended.splice(0).forEach((tell) => void tell()) };
}

const page: RequestListener = (_, response) => response.end('পাতা');
const silent: RequestListener = () => {};
const request = { method: 'GET', path: '/a', headers: {} };
const soon = { attemptMs: 100, totalMs: 5000 };

test('a page that a renderer keeps to itself is asked of the next one', async () => {
  const { renderer, underWay } = await inTurn(silent, page);

  const answer = await fetchFromRenderer(renderer, request, soon);

  expect(answer.body.toString()).toBe('পাতা');
  expect(underWay.size).toBe(0);
});

test('so is one that begins and comes to no end', async () => {
  const { renderer, underWay } = await inTurn((_, response) => response.write('পা'), page);

  const answer = await fetchFromRenderer(renderer, request, soon);

  expect(answer.body.toString()).toBe('পাতা');
  expect(underWay.size).toBe(0);
});

test('so is one whose renderer ends, at whatever point', async () => {
  const { renderer } = await inTurn(
    (request) => request.socket.resetAndDestroy(),
    (request) => request.socket.destroy(),
    (request, response) => response.write('পা', () => request.socket.resetAndDestroy()),
    (request, response) => response.write('পা', () => request.socket.destroy()),
    page,
  );

  const answer = await fetchFromRenderer(renderer, request, { ...soon, attemptMs: 5000 });

  expect(answer.body.toString()).toBe('পাতা');
});

test('the end of a renderer ends what it was asked, even where its connection stays open', async () => {
  const { renderer, endAll } = await inTurn((_) => setImmediate(() => endAll()), page);

  const answer = await fetchFromRenderer(renderer, request, { attemptMs: 60_000, totalMs: 60_000 });

  expect(answer.body.toString()).toBe('পাতা');
});

test('a reader is told in the end that no renderer answers', async () => {
  const { renderer, underWay } = await inTurn(silent);

  await expect(fetchFromRenderer(renderer, request, { attemptMs: 50, totalMs: 200 })).rejects.toThrow(
    NoResponse,
  );

  expect(underWay.size).toBe(0);
});

test('a page that ends each renderer does not end them for ever', async () => {
  let asked = 0;
  const { renderer } = await inTurn((request) => {
    asked++;
    request.socket.destroy();
  });

  await expect(fetchFromRenderer(renderer, request, { attemptMs: 60_000, totalMs: 60_000 })).rejects.toThrow(
    NoResponse,
  );

  expect(asked).toBe(10);
});
