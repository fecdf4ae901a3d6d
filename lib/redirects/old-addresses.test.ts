import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { done } from '@/lib/result';
import { addOldAddresses } from './add-old-addresses';
import { oldPath, oldPostNumber, oldQueryNames } from './old-path';
import { readCsv } from './read-csv';
import { readOldAddress } from './reading';
import { targetIn, targetWords } from './redirect-target';
import { removeOldAddress } from './remove-old-address';

const nfd = '/বড়-খবর'.normalize('NFD');

test.each([
  ['/2019/05/12/kuasha/', '/2019/05/12/kuasha'],
  ['https://old.example/2019//kuasha?amp=1#top', '/2019/kuasha'],
  ['/%e0%a6%96%E0%A6%AC%e0%a6%b0', '/খবর'],
  [nfd, '/বড়-খবর'.normalize('NFC')],
  ['/বড়-খবর', '/বড়-খবর'.normalize('NFC')],
  ['/', null],
  ['/?cat=3', '/?cat=3'],
  ['https://old.example/?author=2#top', '/?author=2'],
  ['/?tag=%e0%a6%a8%e0%a6%a6%e0%a7%80&paged=2', '/?tag=নদী'],
  ['/?cat=0', null],
  ['/?tag=%00', null],
  ['/sports?cat=3', '/sports'],
  ['kuasha', null],
  ['/%E0%A6', null],
  ['/a%00b', null],
])('the old address %j is kept as %j', (given, path) => {
  expect(oldPath(given)).toBe(path);
});

test.each([
  ['/?p=123', 123],
  ['/?utm_source=x&p=123&y=1', 123],
  ['/?page_id=7', 7],
  ['/?p=0', null],
  ['/?p=12a', null],
  ['/?q=p=1', null],
  ['/sports?p=123', null],
])('%s names the post %s', (target, post) => {
  expect(oldPostNumber(target)).toBe(post);
});

test('a server in front hands on what the old site asked its front page for', () => {
  for (const name of ['nginx.conf', 'varnish.vcl'])
    expect(readFileSync(`deploy/${name}`, 'utf8'), name).toContain(`(.*&)?(${oldQueryNames.join('|')})=`);
});

test.each(['story:7', 'section:sports', 'topic:পরিবেশ', '/archive', 'https://elsewhere.example/a', 'gone'])(
  'a target is written back as it was read: %s',
  (words) => {
    const target = targetIn(words);
    expect(target && targetWords(target)).toBe(words);
  },
);

test.each(['', 'sports', '//evil.example', 'javascript:alert(1)', 'story:07', 'story:', 'ftp://a/b'])(
  '%j is no target',
  (words) => {
    expect(targetIn(words)).toBeNull();
  },
);

describe('where an old address leads', () => {
  async function aHouse() {
    const db = newsroom();
    const story = aStory(db, { section: 'sports', topics: ['পরিবেশ'] });
    await addOldAddresses(db, theOperator, [
      { path: '/2019/kuasha', target: `story:${story.id}`, wpPostId: 123 },
      { path: '/tag/paribesh', target: 'topic:পরিবেশ' },
      { path: '/older', target: '/2019/kuasha/' },
      { path: '/oldest', target: '/older' },
      { path: '/dead', target: 'gone' },
      { path: '/lost', target: 'story:999' },
      { path: '/round', target: '/and-round' },
      { path: '/and-round', target: '/round' },
    ]);
    return { db, story };
  }

  test.each([
    ['/2019/kuasha', { status: 301, location: '/sports/1' }],
    ['/older', { status: 301, location: '/sports/1' }],
    ['/oldest', { status: 301, location: '/sports/1' }],
    [
      '/tag/paribesh',
      { status: 301, location: '/topic/%E0%A6%AA%E0%A6%B0%E0%A6%BF%E0%A6%AC%E0%A7%87%E0%A6%B6' },
    ],
    ['/dead', { status: 410 }],
    ['/lost', null],
    ['/round', null],
    ['/nothing', null],
  ])('%s: %o, in one step', async (path, answer) => {
    const { db } = await aHouse();
    expect(await readOldAddress({ path }, db)).toEqual(answer);
  });

  test('a post is found by its number', async () => {
    const { db } = await aHouse();
    expect(await readOldAddress({ post: 123 }, db)).toEqual({ status: 301, location: '/sports/1' });
    expect(await readOldAddress({ post: 124 }, db)).toBeNull();
  });

  test('a story that moves takes its old addresses along', async () => {
    const { db } = await aHouse();
    db.$client.exec(`update stories set section_id = (select id from sections where slug = 'national')`);
    expect(await readOldAddress({ path: '/2019/kuasha' }, db)).toEqual({
      status: 301,
      location: '/national/1',
    });
  });
});

test('what is wrong is told by its row, the rest is taken in, audited and announced once', async () => {
  const db = newsroom();
  const outcome = await addOldAddresses(db, theOperator, [
    { path: '/a', target: '/archive', wpPostId: 1 },
    { path: 'b', target: '/archive' },
    { path: '/c', target: 'somewhere' },
    { path: '/d/', target: '/d' },
    { path: '/e', target: '/archive', wpPostId: 1 },
    { path: '/a/', target: 'gone' },
  ]);
  expect(outcome).toEqual(
    done({
      added: 2,
      refused: [
        { row: 2, code: 'no-path' },
        { row: 3, code: 'no-target' },
        { row: 4, code: 'to-itself' },
        { row: 5, code: 'post-taken' },
      ],
    }),
  );
  expect(await readOldAddress({ path: '/a' }, db)).toEqual({ status: 410 });
  expect(audited(db)).toEqual(['add-old-addresses old-address:*']);
  expect(announced(db)).toEqual([['old-addresses']]);
});

test('an editor may not, and nothing is announced', async () => {
  const db = newsroom();
  const given = [{ path: '/a', target: 'gone' }];
  const editor = aMember(db, 'editor');
  expect(await addOldAddresses(db, editor, given)).toMatchObject({ code: 'forbidden' });
  expect(await removeOldAddress(db, editor, { path: '/a' })).toMatchObject({ code: 'forbidden' });
  expect(announced(db)).toEqual([]);
});

test('one that is removed is forgotten; one that never was is said to be none', async () => {
  const db = newsroom();
  await addOldAddresses(db, theOperator, [{ path: '/a', target: 'gone' }]);
  expect(await removeOldAddress(db, theOperator, { path: '/a/' })).toEqual(done());
  expect(await readOldAddress({ path: '/a' }, db)).toBeNull();
  expect(await removeOldAddress(db, theOperator, { path: '/a' })).toMatchObject({ code: 'not-found' });
  expect(audited(db)).toEqual(['add-old-addresses old-address:/a', 'remove-old-address old-address:/a']);
});

test.each([
  [
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['\ufeff"a,1","say ""b"""\r\n\r\nc,', [['a,1', 'say "b"'], ['c']]],
  ['"two\nlines",x', [['two\nlines', 'x']]],
  ['', []],
])('CSV %j is read', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test('CSV with a stray quote is refused with its row', () => {
  expect(() => readCsv('a,b\n"c,d')).toThrow('row 2');
});
