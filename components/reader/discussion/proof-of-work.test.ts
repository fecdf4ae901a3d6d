import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { doSum, sha256Begins } from './proof-of-work';

test('the sum begins with what was asked, and its hash with twelve zero bits', () => {
  const answer = doSum('challenge');
  expect(answer).toMatch(/^challenge:\d+$/);
  expect(createHash('sha256').update(answer).digest('hex')).toMatch(/^000/);
});

test.each(['', 'a', 'abc', 'x'.repeat(55), ...Array.from({ length: 40 }, (_, at) => `m0x.${at ** 7}:${at}`)])(
  'of “%s” it begins as everybody’s sha256 does',
  (text) => {
    expect(sha256Begins(text)).toBe(createHash('sha256').update(text).digest().readUInt32BE(0));
  },
);
