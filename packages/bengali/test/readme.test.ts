import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as bengali from '../src/index.ts';

const blocks = [...readFileSync('packages/bengali/README.md', 'utf8').matchAll(/```js\n(.*?)```/gs)].map(
  ([, code = '']) => code,
);

/** Each `expression; // value` of a block, after the block's `const` lines. */
const examples = blocks.flatMap((code) => {
  const setup = code.match(/^const .*$/gm)?.join('\n') ?? '';
  return [...code.matchAll(/^(?!import|const)(.+); \/\/ (.+)$/gm)].map(([, expression = '', value = '']) => ({
    expression,
    value,
    setup,
  }));
});

test('the README has examples', () => {
  expect(examples.length).toBeGreaterThan(25);
});

test.each(examples)('README: $expression', ({ setup, expression, value }) => {
  const names = Object.keys(bengali);
  const evaluate = (code: string) =>
    new Function(...names, `${setup}\nreturn (${code});`)(...Object.values(bengali));
  expect(evaluate(expression)).toEqual(evaluate(value));
});

test('every name that the README imports is exported', () => {
  const imported = blocks.flatMap((code) =>
    (/import \{ (.*) \}/.exec(code)?.[1] ?? '').split(', ').filter(Boolean),
  );
  expect(imported.filter((name) => !(name in bengali))).toEqual([]);
});
