import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { challengeFor, isWorkDone } from '@/lib/comments/spam/work';
import { doSum, sha256Begins } from './sum';

test('the sum begins with what was asked, and its hash with twelve zero bits', () => {
  const answer = doSum('challenge');
  expect(answer).toMatch(/^challenge:\d+$/);
  expect(createHash('sha256').update(answer).digest('hex')).toMatch(/^000/);
});

test('a challenge of ours is answered as we want it', () => {
  const now = new Date(Date.UTC(2026, 10, 24, 6));
  expect(isWorkDone(doSum(challengeFor('1:abc', now, 'key')), '1:abc', now, 'key')).toBe(true);
});

test.each(['', 'a', 'abc', 'x'.repeat(55), ...Array.from({ length: 40 }, (_, at) => `m0x.${at ** 7}:${at}`)])(
  'of “%s” it begins as everybody’s sha256 does',
  (text) => {
    expect(sha256Begins(text)).toBe(createHash('sha256').update(text).digest().readUInt32BE(0));
  },
);
