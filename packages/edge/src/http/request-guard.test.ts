import { describe, expect, test } from 'vitest';
import { addressParser, type RequestAddress } from './request-address.ts';
import { acceptsContentType, isSameOrigin, isValidHost } from './request-guard.ts';

const siteUrl = 'https://site.example';
const session = 'remember=1; session=abc';
const hasSession = (cookie = '') => /session(\.\d)?=/.test(cookie);
const parseAddress = addressParser({ filePrefixes: [], privateSegments: ['admin', 'api'] });

describe('a write comes from a page of ours', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a browser on our page', { origin: siteUrl, 'sec-fetch-site': 'same-origin' }, true],
    ['an older browser on our page', { origin: siteUrl, cookie: session }, true],
    [
      'a browser that reached us by another name',
      { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
      true,
    ],
    ['a person who reloads', { 'sec-fetch-site': 'none' }, true],
    ['curl', {}, true],
    ['curl with a session of staff', { cookie: session }, false],
    ['curl with a session in pieces', { cookie: 'session.0=abc' }, false],
    ['another site', { origin: 'https://evil.example', host: 'site.example' }, false],
    ['another site of the same owner', { origin: siteUrl, 'sec-fetch-site': 'same-site' }, false],
    ['another site that lies about its origin', { origin: siteUrl, 'sec-fetch-site': 'cross-site' }, false],
    ['a sandboxed frame', { origin: 'null', host: 'site.example' }, false],
    [
      'a name that begins like ours',
      { origin: 'https://site.example.evil.example', host: 'site.example' },
      false,
    ],
    ['an origin that is none', { origin: 'site.example', host: 'site.example' }, false],
  ])('%s: %o → %s', (_, headers, expected) => {
    expect(isSameOrigin({ siteUrl, headers, hasSession })).toBe(expected);
  });
});

test.each([
  ['site.example', true],
  ['127.0.0.1:3000', true],
  ['[::1]:3000', true],
  ['', false],
  [undefined, false],
  ['a b', false],
  ['site.example/path', false],
  ['user@site.example', false],
  ['site.example:port', false],
])('%j as a host: %s', (host, expected) => {
  expect(isValidHost(host)).toBe(expected);
});

test.each<[string, string, Record<string, string>, boolean]>([
  ['/sports/7', 'multipart/form-data; boundary=----x', {}, true],
  ['/sports/7', 'multipart/form-data', {}, false],
  ['/sports/7', 'application/x-www-form-urlencoded; charset=UTF-8', {}, true],
  ['/sports/7', 'application/json', {}, false],
  ['/sports/7', 'text/plain;charset=UTF-8', { 'next-action': 'x' }, false],
  ['/sports/7', '', {}, false],
  ['/admin/stories', 'text/plain;charset=UTF-8', { 'next-action': 'x' }, true],
  ['/admin/stories', 'text/plain;charset=UTF-8', {}, false],
  ['/api/auth/signout', 'application/json', {}, true],
  ['/api/auth/signout', 'application/xml', {}, false],
])('%s takes %j with %o: %s', (path, type, headers, expected) => {
  const address = parseAddress(path) as RequestAddress;
  expect(acceptsContentType(address, { ...headers, 'content-type': type })).toBe(expected);
});
