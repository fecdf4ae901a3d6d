import { expect, test } from 'vitest';
import { secondTries } from './checks.mjs';

test('what passed at its second try is named, however deep it stands', () => {
  const spec = (title: string, status: string) => ({
    ...{ file: 'x.spec.ts', line: 7, title },
    tests: [{ status }],
  });
  const inner = { specs: [spec('a like', 'flaky'), spec('a report', 'expected')] };
  const suites = [{ specs: [spec('a comment', 'flaky')], suites: [inner, { specs: [] }] }];
  expect(secondTries(suites)).toEqual(['x.spec.ts:7 › a comment', 'x.spec.ts:7 › a like']);
  expect(secondTries(undefined)).toEqual([]);
});
