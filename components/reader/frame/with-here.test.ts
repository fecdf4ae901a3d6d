import { expect, test } from 'vitest';
import { withHere } from './with-here';

const bar = '<a href="/">ক</a><a href="/sport">খ</a><a href="/sports">গ</a><a href="/a?b=1&amp;c=2">ঘ</a>';

test.each([
  ['sport', '<a href="/sport" aria-current="page">খ</a>'],
  [null, '<a href="/" aria-current="page">ক</a>'],
])('the link to %j is marked, and no other', (here, marked) => {
  const html = withHere(bar, here);
  expect(html).toContain(marked);
  expect(html.match(/aria-current/g)).toHaveLength(1);
  expect(html.replace(' aria-current="page"', '')).toBe(bar);
});

test.each(['spor', 'sport/1', '$&', '"><script>', 'a?b=1&c=2'])('nowhere in the bar: %j', (here) => {
  expect(withHere(bar, here)).toBe(bar);
});
