import { expect, test } from 'vitest';
import { readerQueryNames } from '@/lib/site/paths';
import { localPathIn, outcomeUrl } from './outcome-url';

test('who is led to an answer asks for the page that everyone asks for', () => {
  const held = outcomeUrl('/national/7?sort=oldest', 'held', { own: 12 });
  expect(held).toBe('/national/7?sort=oldest&said=held&own=12#said-held');
  const shown = outcomeUrl('/national/7', '12-mail', { own: 12 });
  expect(shown).toBe('/national/7?said=12-mail&own=12#said-12-mail');
  expect(outcomeUrl('/national/7', 'on', { fragment: 'c12' })).toBe('/national/7?said=on#c12');
  // What the edge server does not know it leaves out.
  for (const name of ['said', 'own']) expect(readerQueryNames).not.toContain(name);
});

test.each(['/national/7', '/national/7?sort=liked', '/national/7/discussion/thread-9-after-12'])(
  '%s is a place of ours',
  (place) => {
    expect(localPathIn(place)).toBe(place);
  },
);

test.each([
  '',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/national/7#elsewhere',
  '/national/7\r\nset-cookie: a=b',
  `/${'x'.repeat(400)}`,
])('%j leads nowhere', (place) => {
  expect(localPathIn(place)).toBe('');
});
