import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gzipPage } from './compression/compress-page.ts';
import { makePage } from './page.ts';
import { PageFiles } from './page-files.ts';

let folder: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'barta-files-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => new PageFiles(folder, (line) => lines.push(line));
const live = (...path: string[]) => join(folder, 'live', ...path);

async function aPage(words: string, contentType = 'text/html; charset=utf-8') {
  const page = makePage({
    status: 200,
    headers: [['content-type', contentType]],
    body: Buffer.from(words.repeat(100)),
  });
  await gzipPage(page);
  return page;
}

test('a page lies under its address, as it is and packed, and goes at once', async () => {
  const files = open();
  await files.put('/national/7', await aPage('খবর'), () => true);
  await files.put('/', await aPage('প্রথম'), () => true);
  await files.put('/topic/%E0%A6%A8%E0%A6%A6%E0%A7%80', await aPage('নদী'), () => true);

  expect(readFileSync(live('national', '7.html'), 'utf8')).toContain('খবর');
  expect(existsSync(live('national', '7.html.gz'))).toBe(true);
  expect(readFileSync(live('.html'), 'utf8')).toContain('প্রথম');
  expect(existsSync(live('topic', 'নদী.html'))).toBe(true);

  files.drop('/national/7');
  expect(readdirSync(live('national'))).toEqual([]);
  expect(existsSync(live('.html'))).toBe(true);
  expect(lines).toEqual([]);
});

test('what was touched while it was written does not appear', async () => {
  const files = open();
  let isGood = true;
  const put = files.put('/national/7', await aPage('খবর'), () => isGood);
  isGood = false;
  await put;

  expect(readdirSync(live('national'))).toEqual([]);
  expect(readdirSync(live())).toEqual(['national']);
});

test('what was written for a generation that has gone does not appear in the next', async () => {
  const files = open();
  await files.put('/', await aPage('প্রথম'), () => true);
  const put = files.put('/national/7', await aPage('খবর'), () => true);
  files.dropAll();
  await put;

  expect(readdirSync(live())).toEqual([]);
  expect(lines).toEqual([]);
});

test('an edge server that starts finds nothing of the one before it, however that ended', async () => {
  await open().put('/national/7', await aPage('খবর'), () => true);

  open();

  expect(readdirSync(live())).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('pages-'))).toHaveLength(1);
});

test('an edge server that ends leaves nothing to be found', async () => {
  const files = open();
  await files.put('/national/7', await aPage('খবর'), () => true);
  files.close();

  expect(readdirSync(folder)).toEqual([]);
});

test('two forms of a page have two times, since nginx tells them apart by nothing else', async () => {
  const files = open();
  await files.put('/', await aPage('ক'), () => true);
  const first = statSync(live('.html'));
  await files.put('/', await aPage('খ'), () => true);
  const second = statSync(live('.html'));

  expect(second.size).toBe(first.size);
  expect(Math.floor(second.mtimeMs / 1000)).not.toBe(Math.floor(first.mtimeMs / 1000));
});

test.each([
  ['/national/7?reply=3'],
  ['/a%2Fb'],
  ['/..%2fetc'],
  ['/.hidden'],
  ['/a/%2E%2E'],
  ['/a%00b'],
  [`/${'ক'.repeat(100)}`],
])('%s is no name for a file', async (key) => {
  await open().put(key, await aPage('খবর'), () => true);
  expect(readdirSync(live())).toEqual([]);
});

test('a feed is none, and neither is what is not there', async () => {
  const files = open();
  await files.put('/feed.xml', await aPage('<rss/>', 'application/rss+xml'), () => true);
  await files.put('/missing', { ...(await aPage('নেই')), status: 404 }, () => true);
  expect(readdirSync(live())).toEqual([]);
});

test('a file that cannot be unlinked takes all others with it', async () => {
  const files = open();
  await files.put('/national/7', await aPage('খবর'), () => true);
  await files.put('/', await aPage('প্রথম'), () => true);
  rmSync(live('national', '7.html'));
  rmSync(live('national'), { recursive: true });
  // A file where a folder was: unlinking below it fails with ENOTDIR.
  writeFileSync(live('national'), '');

  files.drop('/national/7');

  expect(readdirSync(live())).toEqual([]);
  expect(lines).toEqual([expect.stringContaining('all go')]);
});
