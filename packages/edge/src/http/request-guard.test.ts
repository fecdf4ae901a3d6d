import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAddress, type RequestAddress } from './request-address';
import { acceptsContentType, bodyLimit, isSameOrigin, isValidHost } from './request-guard';

const siteUrl = 'https://barta.example';
const session = 'remember=1; __Secure-next-auth.session-token=abc';

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
    ['curl with a session in pieces', { cookie: 'next-auth.session-token.0=abc' }, false],
    ['another site', { origin: 'https://evil.example', host: 'barta.example' }, false],
    ['another site of the same owner', { origin: siteUrl, 'sec-fetch-site': 'same-site' }, false],
    ['another site that lies about its origin', { origin: siteUrl, 'sec-fetch-site': 'cross-site' }, false],
    ['a sandboxed frame', { origin: 'null', host: 'barta.example' }, false],
    [
      'a name that begins like ours',
      { origin: 'https://barta.example.evil.example', host: 'barta.example' },
      false,
    ],
    ['an origin that is none', { origin: 'barta.example', host: 'barta.example' }, false],
  ])('%s: %o → %s', (_, headers, expected) => {
    expect(isSameOrigin({ siteUrl, headers })).toBe(expected);
  });
});

test.each([
  ['barta.example', true],
  ['127.0.0.1:3000', true],
  ['[::1]:3000', true],
  ['', false],
  [undefined, false],
  ['a b', false],
  ['barta.example/path', false],
  ['user@barta.example', false],
  ['barta.example:port', false],
])('%j as a host: %s', (host, expected) => {
  expect(isValidHost(host)).toBe(expected);
});

test.each([
  ['/international/1', undefined, 320],
  ['/login', undefined, 320],
  ['/contact', undefined, 320],
  ['/send-news', undefined, 22 * 1024],
  ['/send-news/more', undefined, 320],
  ['/admin/settings', session, 2048],
  ['/admin/ads', session, 25 * 1024],
  ['/admin/settings/identity', session, 25 * 1024],
  ['/admin/pictures', undefined, 2048],
  ['/admin/pictures', session, 25 * 1024],
  ['/admin/media', undefined, 2048],
  ['/admin/media', session, 25 * 1024],
  ['/administration', session, 320],
  ['/api/drafts', session, 5 * 1024],
  ['/api/drafts', undefined, 320],
  ['/api/pictures', session, 25 * 1024],
  ['/api/media', session, 25 * 1024],
  ['/api/media', undefined, 2048],
  ['/api/pictures', undefined, 2048],
  ['/api/pictures/7', session, 320],
])('%s takes bodies of up to so many kB', (path, cookie, kB) => {
  expect(bodyLimit(path, cookie)).toBe(kB * 1024);
});

test('every form of the desk that takes files is let through with them', () => {
  const forms = readdirSync('app/admin', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('actions.ts'))
    .filter((file) => readFileSync(join('app/admin', file), 'utf8').includes('filesIn('));
  expect(forms.length).toBeGreaterThan(3);
  for (const form of forms)
    expect([form, bodyLimit(`/admin/${dirname(form)}`, session)]).toEqual([form, 25 * 1024 * 1024]);
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
