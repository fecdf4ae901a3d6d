import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** In the order of code points ড় comes behind হ, and in that of the machine's own language anything may. */
test('nobody puts words in an order but by compare', () => {
  const files = globSync(['lib/**/*.{ts,tsx}', 'app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'db/**/*.ts'])
    .filter((file) => !/\.(test|golden)\.|^lib\/bengali\/compare\.ts$/.test(file))
    .filter((file) => /localeCompare|new Intl\.Collator/.test(readFileSync(file, 'utf8')));
  expect(files).toEqual([]);
});
