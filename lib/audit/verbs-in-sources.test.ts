import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelKeys } from '@/lib/site/labels';

/** The code that may write an entry: all but its tests. */
const sources = globSync('{lib,app}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }));

const WORDS = "'([a-z]+(?:-[a-z]+)+)'";

/** `verb: 'x-y'`, `verb: is ? 'x-y' : 'z-y'`, and what is handed to a function that takes `verb: string`. */
function verbsIn(source: string): string[] {
  const verbs = [...source.matchAll(new RegExp(`verb:\\s*${WORDS}`, 'g'))].map(([, verb]) => verb);
  for (const [, one, other] of source.matchAll(
    new RegExp(`verb:[^,'}]*\\?\\s*${WORDS}\\s*:\\s*${WORDS}`, 'g'),
  ))
    verbs.push(one, other);
  for (const [, name] of source.matchAll(/function (\w+)\([^)]*verb: string/g)) {
    for (const [, verb] of source.matchAll(new RegExp(`\\b${name}\\([^;]*?${WORDS}`, 'g'))) verbs.push(verb);
  }
  return verbs.filter((verb) => verb !== undefined);
}

const found = [...new Set(sources.flatMap(({ source }) => verbsIn(source)))].sort();

test('verbs are found in each of the ways in which the code writes them', () => {
  expect(found).toEqual(
    expect.arrayContaining([
      'publish-story',
      'discard-front',
      'file-next-version',
      'edit-section',
      'unpick-comment',
    ]),
  );
  expect(found.length).toBeGreaterThan(80);
});

test('every verb that the code writes into the audit has words', () => {
  const keys: ReadonlySet<string> = new Set(labelKeys);
  expect(found.filter((verb) => !keys.has(`audit.did.${verb}`))).toEqual([]);
});

test('every kind of subject has words', () => {
  const keys: ReadonlySet<string> = new Set(labelKeys);
  const kinds = sources.flatMap(({ source }) =>
    [...source.matchAll(/subject: [`']([a-z-]+):/g)].map(([, kind]) => kind),
  );
  expect(kinds.length).toBeGreaterThan(50);
  expect([...new Set(kinds)].filter((kind) => !keys.has(`audit.kind.${kind}`))).toEqual([]);
});
