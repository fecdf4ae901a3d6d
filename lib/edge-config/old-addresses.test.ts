import { metaOf, tagsMeta } from '@barta/edge/testing/test-edge';
import { afterEach, expect, test } from 'vitest';
import { sections } from '@/db/schema';
import { aStory } from '@/db/testing/builders';
import { theOperator } from '@/lib/people/actor';
import { addOldAddresses } from '@/lib/redirects/add-old-addresses';
import { startTestBartaEdge, type TestBartaEdge } from './testing/test-barta-edge';

let under: TestBartaEdge;
afterEach(() => under.close());

async function aHouse(): Promise<string[]> {
  const lookups: string[] = [];
  under = await startTestBartaEdge((request, response) => {
    lookups.push(request.url ?? '');
    const html = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    if (request.url === '/') return html(200, `${tagsMeta('front')}<h1>প্রথম পাতা`);
    if (request.url === '/sports/1') return html(200, `${tagsMeta('story:1')}<h1>খবর`);
    if (request.url === '/missing') return html(200, `${metaOf({ tags: [], status: 404 })}<h1>নেই`);
    return html(404, '');
  });
  under.db.insert(sections).values({ slug: 'sports', name: 'খেলা' }).run();
  aStory(under.db, { section: 'sports', topics: ['নদী'], bylines: ['মিতু'] });
  await addOldAddresses(under.db, theOperator, [
    { path: '/২০১৯/বড়-খবর', target: 'story:1', wpPostId: 123 },
    { path: '/sports/1', target: '/elsewhere' },
    { path: '/dead', target: 'gone' },
    { path: '/?cat=3', target: 'section:sports' },
    { path: `/?tag=${encodeURIComponent('নদী')}`, target: 'topic:নদী' },
    { path: '/?author=2', target: 'byline:মিতু' },
  ]);
  return lookups;
}

const get = (path: string) => fetch(under.url + path, { redirect: 'manual' });
const bengali = encodeURIComponent('২০১৯');
const nfc = encodeURIComponent('বড়-খবর'.normalize('NFC'));
const nfd = encodeURIComponent('বড়-খবর'.normalize('NFD'));

test.each([
  ['as it was', `/${bengali}/${nfc}`],
  ['in NFD', `/${bengali}/${nfd}`],
  ['with small hex digits', `/${bengali}/${nfc}`.toLowerCase()],
  ['with a slash at its end', `/${bengali}/${nfc}/`],
  ['with a doubled slash and a query', `//${bengali}//${nfd}/?amp=1`],
  ['by its number', '/?p=123'],
  ['by its number among others', '/?utm_source=x&p=123'],
])('an old address %s leads to its story in one step', async (_, path) => {
  await aHouse();
  for (const time of ['first', 'second']) {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')], time).toEqual([301, '/sports/1']);
  }
});

test.each([
  ['/?cat=3', '/sports'],
  ['/?utm_source=x&cat=3&paged=2', '/sports'],
  [`/?tag=${encodeURIComponent('নদী').toLowerCase()}`, `/topic/${encodeURIComponent('নদী')}`],
  ['/?author=2', `/byline/${encodeURIComponent('মিতু')}`],
  ['/?cat=3&p=123', '/sports/1'],
])('the list %s leads to what it is here in one step', async (path, here) => {
  await aHouse();
  const answer = await get(path);
  expect([answer.status, answer.headers.get('location')]).toEqual([301, here]);
});

test.each(['/?cat=4', '/?cat=3x', '/?tag=%ff', '/?q=cat=3', '/'])('%s is the front page', async (path) => {
  await aHouse();
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('প্রথম পাতা');
});

test('one that is gone says so, with a page', async () => {
  await aHouse();
  for (const path of ['/dead', '/dead/']) {
    const answer = await get(path);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('নেই');
  }
});

test('an address of today is never led away', async () => {
  await aHouse();
  expect((await get('/sports/1')).status).toBe(200);
  expect((await get('/sports/1/')).headers.get('location')).toBe('/sports/1');
  expect(await (await get('/?p=999')).text()).toContain('প্রথম পাতা');
});

test('an unknown address with a slash costs no render before its redirect', async () => {
  const server = await aHouse();
  const answer = await get('/nothing/here/');
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/nothing/here']);
  expect(server).toEqual([]);
});

test('one that is added later is found by the next who asks, and one that is removed is not', async () => {
  await aHouse();
  expect((await get('/later')).status).toBe(404);
  await addOldAddresses(under.db, theOperator, [{ path: '/later', target: 'story:1' }]);
  expect((await get('/later')).status).toBe(301);
});
