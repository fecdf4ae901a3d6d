import { expect, test } from 'vitest';
import { formToken, readFormToken } from './form-token';

const made = new Date('2026-11-24T06:00:00Z');
const after = (ms: number) => new Date(made.getTime() + ms);
const token = formToken(7, made, 'key');

test('a form of ours tells its age', () => {
  expect(readFormToken(token, 7, after(60_000), 'key')).toEqual({ kind: 'right', ageMs: 60_000 });
});

test.each([
  ['of another story', token, 8, after(1), 'key'],
  ['of another house', token, 7, after(1), 'another key'],
  ['from the future', token, 7, after(-60_000), 'key'],
  [
    'that somebody made younger',
    token.replace(/^[^.]+/, after(1e9).getTime().toString(36)),
    7,
    after(1e9),
    'key',
  ],
  ['that is none', 'x.y', 7, after(1), 'key'],
  ['of ten thousand letters', 'a'.repeat(10_000), 7, after(1), 'key'],
])('a token %s is wrong', (_, said, storyId, now, key) => {
  expect(readFormToken(said, storyId, now, key)).toEqual({ kind: 'wrong' });
});

test('a form lives three days; no token is no crime', () => {
  expect(readFormToken(token, 7, after(3 * 86_400_000 + 1), 'key')).toEqual({ kind: 'old' });
  expect(readFormToken('', 7, made, 'key')).toEqual({ kind: 'none' });
});
