import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { challengeFor, isProofValid } from './proof-of-work';

const now = new Date('2026-11-24T06:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

function worked(challenge: string): string {
  for (let nonce = 0; ; nonce += 1) {
    const answer = `${challenge}:${nonce}`;
    if (createHash('sha256').update(answer).digest('hex').startsWith('000')) return answer;
  }
}

test('a sum counts for the text that it was asked for, in this house, for ten minutes', () => {
  const answer = worked(challengeFor('7:words', now, 'key'));
  expect(isProofValid(answer, '7:words', later(1000), 'key')).toBe(true);
  expect(isProofValid(answer, '7:other words', later(1000), 'key')).toBe(false);
  expect(isProofValid(answer, '7:words', later(1000), 'another key')).toBe(false);
  expect(isProofValid(answer, '7:words', later(11 * 60_000), 'key')).toBe(false);
});

test.each(['', ':1', 'x.y:1', 'no sum at all'])('%j is no sum', (answer) => {
  expect(isProofValid(answer, '7:words', now, 'key')).toBe(false);
});

test('a sum that was not done is none', () => {
  const challenge = challengeFor('7:words', now, 'key');
  const lucky = Array.from({ length: 40 }, (_, nonce) =>
    isProofValid(`${challenge}:${nonce}`, '7:words', now, 'key'),
  );
  expect(lucky.filter(Boolean).length).toBeLessThan(3);
});
