import { expect, test } from 'vitest';
import { knownBrowserFor, knownBrowserIn } from './known-browser';

const mitu = 'mitu@barta.test';

test('a browser is known for the address that signed in there, by this house, and for no other', () => {
  const cookie = knownBrowserFor(mitu, 'key');
  const name = knownBrowserIn(cookie, mitu, 'key');
  expect(name).toMatch(/^[\w-]{22}$/);
  expect(knownBrowserIn(cookie, 'rafi@barta.test', 'key')).toBeUndefined();
  expect(knownBrowserIn(cookie, mitu, 'another key')).toBeUndefined();
  expect(knownBrowserIn(knownBrowserFor(mitu, 'key'), mitu, 'key')).not.toBe(name);
});

test.each([undefined, '', 'x', `${'a'.repeat(22)}.${'b'.repeat(43)}`, `${'a'.repeat(22)}.${'ক'.repeat(43)}`])(
  '%j is nobody’s browser',
  (cookie) => {
    expect(knownBrowserIn(cookie, mitu, 'key')).toBeUndefined();
  },
);
