import { expect, test } from 'vitest';
import { challengeFor, isWorkDone } from '@/lib/comments/spam/work';
import { doSum } from './sum';

const now = new Date('2026-11-24T06:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

test('the sum that the browser does is the one that the house asks for, once for one text, for ten minutes', async () => {
  const answer = await doSum(challengeFor('7:words', now, 'key'));

  expect(isWorkDone(answer, '7:words', later(1000), 'key')).toBe(true);
  expect(isWorkDone(answer, '7:other words', later(1000), 'key')).toBe(false);
  expect(isWorkDone(answer, '7:words', later(1000), 'another key')).toBe(false);
  expect(isWorkDone(answer, '7:words', later(11 * 60_000), 'key')).toBe(false);
});

test.each(['', ':1', 'x.y:1', 'no sum at all'])('%j is no sum', (answer) => {
  expect(isWorkDone(answer, '7:words', now, 'key')).toBe(false);
});

test('a sum that was not done is none', () => {
  const challenge = challengeFor('7:words', now, 'key');
  const lucky = Array.from({ length: 40 }, (_, nonce) =>
    isWorkDone(`${challenge}:${nonce}`, '7:words', now, 'key'),
  );
  expect(lucky.filter(Boolean).length).toBeLessThan(3);
});
