import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import type { PageEvent } from '@/lib/cache/events';
import { hubTeller } from './tell-hub';

const site = 'https://barta.example';
const now = new Date('2026-11-24T12:00:00Z');
let hub: Server;
let url: string;
let notification: URLSearchParams[];
let status: number;
let db: Connection;

beforeEach(async () => {
  notification = [];
  status = 204;
  db = newsroom();
  hub = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    notification.push(new URLSearchParams(body));
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(hub.address() as { port: number }).port}/`;
});
afterEach(() => {
  hub.closeAllConnections();
  hub.close();
});

const happens = (event: PageEvent) => tx(db, (t) => announce(t, event, now));
const storyChanged: PageEvent = {
  kind: 'story-changed',
  storyId: 7,
  sections: ['sports'],
  topics: ['পরিবেশ'],
};

test('a change is told once, with every feed that shows it', async () => {
  await happens({ kind: 'front-changed' });
  const tell = hubTeller(db, { url, site });
  expect(await tell()).toBe(0);

  await happens(storyChanged);
  expect(await tell()).toBe(9);
  expect(await tell()).toBe(0);

  expect(notification).toHaveLength(1);
  expect(notification[0]?.get('hub.mode')).toBe('publish');
  expect(notification[0]?.getAll('hub.url')).toEqual(
    ['', '/sports', '/topic/%E0%A6%AA%E0%A6%B0%E0%A6%BF%E0%A6%AC%E0%A7%87%E0%A6%B6']
      .flatMap((page) => ['xml', 'atom', 'json'].map((end) => `${site}${page}/feed.${end}`))
      .sort(by(notification[0]?.getAll('hub.url') ?? [])),
  );
});

test('what changes no feed is told to nobody', async () => {
  const tell = hubTeller(db, { url, site });
  await tell();
  await happens({ kind: 'discussion-changed', storyId: 7 });
  await happens({ kind: 'day-turned' });
  await tell();
  expect(notification).toEqual([]);
});

test('a hub that refuses is told again', async () => {
  const tell = hubTeller(db, { url, site });
  await tell();
  await happens(storyChanged);
  status = 500;
  await expect(tell()).rejects.toThrow('the hub answered 500');
  status = 202;
  expect(await tell()).toBe(9);
  expect(notification).toHaveLength(2);
});

/** In the order of the other list, so that only the members are compared. */
function by(order: readonly string[]) {
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}
