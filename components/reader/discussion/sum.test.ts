import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { doSum } from './sum';

test('the sum begins with what was asked, and its hash with twelve zero bits', async () => {
  const answer = await doSum('challenge');
  expect(answer).toMatch(/^challenge:\d+$/);
  expect(createHash('sha256').update(answer).digest('hex')).toMatch(/^000/);
});
