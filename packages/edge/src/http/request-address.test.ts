import { describe, expect, test } from 'vitest';
import { addressParser } from './request-address.ts';

const parseAddress = addressParser({
  filePrefixes: ['/_next/static/', '/media/', '/cover/'],
  privateSegments: ['admin', 'api', '_next'],
  uncachedSegments: ['search'],
  queryNames: ['reply'],
});

describe('one spelling for one page', () => {
  test.each([
    ['/', '/'],
    ['/sports/7', '/sports/7'],
    ['/sports/7?utm_source=x&fbclid=y', '/sports/7'],
    ['/sports/7?utm=x&reply=3', '/sports/7?reply=3'],
    ['/sports/7?reply=3&reply=4#discussion', '/sports/7?reply=3'],
    ['/sports/7?reply=', '/sports/7'],
    ['/topic/%e0%a6%96%E0%A6%BE%E0%A6%B2', '/topic/%E0%A6%96%E0%A6%BE%E0%A6%B2'],
    // Raw UTF-8 in the request line, as Node hands it over: one Latin-1 character a byte.
    [Buffer.from('/topic/খাল').toString('latin1'), '/topic/%E0%A6%96%E0%A6%BE%E0%A6%B2'],
    ['/%73ports/7', '/sports/7'],
    ['http://site.test/sports/7', '/sports/7'],
    ['/a@b,c+d=e;f:g', '/a@b,c+d=e;f:g'],
    ['/a%2Fb', '/a%2Fb'],
  ])('%s is %s', (url, target) => {
    expect(parseAddress(url)).toMatchObject({ kind: 'page', target });
  });
});

test.each([
  ['/admin', 'private'],
  ['/admin/stories?state=draft', 'private'],
  ['/api/search?q=%E0%A6%96', 'private'],
  ['/search?q=x', 'uncached'],
  ['/search/x', 'uncached'],
  ['/searching', 'page'],
  ['/_next/data/x', 'private'],
  ['/administration', 'page'],
  ['/_next/static/chunks/a.js?x=1', 'file'],
  ['/media/a.webp', 'file'],
  ['/cover/7.svg', 'file'],
  ['/media', 'page'],
])('%s is for a %s', (url, kind) => {
  expect(parseAddress(url)).toMatchObject({ kind });
});

test('a page that is never kept keeps its whole query', () => {
  expect(parseAddress('/search?q=a%20b&page=2')).toMatchObject({
    path: '/search',
    target: '/search?q=a%20b&page=2',
  });
});

test.each([
  ['//evil.example', '/evil.example'],
  ['/sports/', '/sports'],
  ['/admin//stories/?a=b', '/admin/stories?a=b'],
  ['///', '/'],
])('%s has moved to %s', (url, target) => {
  expect(parseAddress(url)).toEqual({ kind: 'redirect', target });
});

test.each([
  '',
  '*',
  'sports',
  '/%',
  '/%zz',
  '/%ff',
  '/a%00b',
  '/a%0d%0aSet-Cookie:x',
  '/..',
  '/a/%2e%2E/b',
  '/./a',
])('%j is malformed', (url) => {
  expect(parseAddress(url)).toEqual({ kind: 'malformed' });
});
