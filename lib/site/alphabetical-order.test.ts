import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** By code point ড় sorts after হ, and the default locale of the machine may sort in any order. */
test('words are sorted only by compareBengali', () => {
  const files = globSync([
    'lib/**/*.{ts,tsx}',
    'app/**/*.{ts,tsx}',
    'components/**/*.{ts,tsx}',
    'db/**/*.ts',
    'packages/*/src/**/*.ts',
  ])
    .filter((file) => !/\.(test|golden)\.|^packages\/bengali\/src\/collation\.ts$/.test(file))
    .filter((file) => /localeCompare|new Intl\.Collator/.test(readFileSync(file, 'utf8')));
  expect(files).toEqual([]);
});
