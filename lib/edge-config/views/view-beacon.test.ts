import { afterEach, expect, test, vi } from 'vitest';
import { settings } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { startTestBartaEdge, type TestBartaEdge } from '../testing/test-barta-edge';

let under: TestBartaEdge;
afterEach(() => under.close());

const start = async () => {
  under = await startTestBartaEdge((_, response) => response.end('page'));
};

const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(under.url + path, { method: 'POST', body, headers, redirect: 'manual' });

test('a view is counted by the edge itself', async () => {
  await start();
  const agent = { 'user-agent': 'Mozilla/5.0 (Android 14)' };

  const opened = new URLSearchParams({ story: '7', from: 'l.facebook.com' });
  const first = await send('/api/views', opened, agent);
  await send('/api/views', opened, agent);
  await send('/api/views', new URLSearchParams({ story: '7', depth: '2' }), agent);
  await send('/api/views', 'story=7', { 'user-agent': 'Googlebot/2.1' });
  const odd = await send('/api/views', 'story=seven', agent);
  const long = await send('/api/views', `story=7&from=${'x'.repeat(3000)}`, agent);

  expect([first.status, odd.status, long.status]).toEqual([204, 400, 413]);
  expect(under.views.take()).toMatchObject([
    { storyId: 7, source: 'social', views: 1, quarters: 1, halves: 1, threeQuarters: 0, reads: 0 },
  ]);
});

test('a view is answered with how often the story was read, unless the newsroom hides it', async () => {
  await start();
  under.views.written(new Map([[7, 1233]]));
  const open = (agent: string) => send('/api/views', 'story=7&from=barta.test', { 'user-agent': agent });

  const answer = await open('Mozilla/5.0 (Android 14)');
  expect([answer.status, await answer.text()]).toEqual([200, '1234']);
  expect(under.views.take()).toMatchObject([{ source: 'own' }]);

  await send('/admin', new URLSearchParams());
  under.db.insert(settings).values({ key: 'showViews', value: false }).run();
  await tx(under.db, (t) => announce(t, { kind: 'settings-changed' }, new Date()));
  await send('/admin', new URLSearchParams());
  await vi.waitFor(async () => expect((await open('Mozilla/5.0 (iPhone)')).status).toBe(204), 20_000);
});
