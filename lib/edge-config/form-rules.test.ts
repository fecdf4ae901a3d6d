import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { hasStaffSession, maxFormBytes } from './form-rules';

const session = 'remember=1; __Secure-next-auth.session-token=abc';

test.each([
  [session, true],
  ['next-auth.session-token.0=abc', true],
  ['next-auth.session-token=', false],
  ['remember=1', false],
  [undefined, false],
])('the cookie %j holds a session of staff: %s', (cookie, expected) => {
  expect(hasStaffSession(cookie)).toBe(expected);
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
  expect(maxFormBytes(path, cookie)).toBe(kB * 1024);
});

test('every form of the desk that takes files is let through with them', () => {
  const forms = readdirSync('app/admin', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('actions.ts'))
    .filter((file) => readFileSync(join('app/admin', file), 'utf8').includes('filesIn('));
  expect(forms.length).toBeGreaterThan(3);
  for (const form of forms)
    expect([form, maxFormBytes(`/admin/${dirname(form)}`, session)]).toEqual([form, 25 * 1024 * 1024]);
});
