import { expect, test } from 'vitest';
import { nobodysHash, passwordMatches, TooManyAtOnce } from './password';

test('of a flood of sign-ins two are hashed at a time, some wait, and the rest are sent away at once', async () => {
  const hash = nobodysHash();
  const flood = await Promise.allSettled(Array.from({ length: 60 }, () => passwordMatches('guess', hash)));

  const answered = flood.filter((one) => one.status === 'fulfilled');
  const sentAway = flood.filter((one) => one.status === 'rejected');
  expect(answered).toHaveLength(22);
  expect(sentAway).toHaveLength(38);
  for (const one of sentAway) expect(one.reason).toBeInstanceOf(TooManyAtOnce);

  // Nobody is left in the queue: the next one is served.
  expect(await passwordMatches('guess', hash)).toBe(false);
});
