import { expect, test } from 'vitest';
import { deskPathIn } from './return-url';

test.each([
  ['/admin', '/admin'],
  ['/admin/stories/7', '/admin/stories/7'],
  [
    '/admin/stories?state=filed&q=%E0%A6%A8%E0%A6%A6%E0%A7%80',
    '/admin/stories?state=filed&q=%E0%A6%A8%E0%A6%A6%E0%A7%80',
  ],
  [undefined, '/admin'],
  ['', '/admin'],
  ['/', '/admin'],
  ['/international/1', '/admin'],
  ['/administrator', '/admin'],
  ['//evil.example/admin', '/admin'],
  ['/\\evil.example/admin', '/admin'],
  ['https://evil.example/admin', '/admin'],
  ['javascript:alert(1)//admin', '/admin'],
  ['/admin/../login', '/admin'],
  ['/admin//evil.example', '/admin'],
  ['/%61dmin', '/admin'],
  ['http://[', '/admin'],
])('a sign-in asked to lead to %s leads to %s', (requested, led) => {
  expect(deskPathIn(requested)).toBe(led);
});
