import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const [, recipes = ''] = /^## Recipes\n(.*?)^## /ms.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
const paths = [...recipes.matchAll(/`((?:app|components|db|lib|packages|scripts)\/[^`\s]+)`/g)].map(
  ([, path = '']) => path,
);

/** The folder above the first part that is a placeholder, as `<field>` or `NAME`; the path itself without one. */
function existingPart(path: string): string {
  let part = path;
  while (/<[a-z]+>|NAME/.test(part)) part = dirname(part);
  return part;
}

test('the recipes name files', () => {
  expect(paths.length).toBeGreaterThan(15);
  expect(existingPart('lib/stories/fields/<group>/<field>.ts')).toBe('lib/stories/fields');
});

test.each(paths)('%s of the recipes exists', (path) => {
  expect(existsSync(existingPart(path))).toBe(true);
});
