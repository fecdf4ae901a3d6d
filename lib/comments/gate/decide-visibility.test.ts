import { expect, test } from 'vitest';
import { decideVisibility } from './decide-visibility';

test.each([
  ['new', 'usual', ['first-comment']],
  ['new', 'strict', ['first-comment']],
  ['new', 'lenient', []],
  ['known', 'usual', []],
  ['trusted', 'strict', []],
] as const)('a %s writer in a section that is %s: %j', (trust, strictness, reasons) => {
  expect(decideVisibility(trust, strictness)).toEqual(reasons);
});
