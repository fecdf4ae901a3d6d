import { expect, test } from 'vitest';
import { failedUnits, testsThatAre } from './checks.mjs';

test('what passed at its second try, and what failed, is named, however deep it stands', () => {
  const spec = (title: string, status: string) => ({
    ...{ file: 'x.spec.ts', line: 7, title },
    tests: [{ status }],
  });
  const inner = { specs: [spec('a like', 'flaky'), spec('a report', 'unexpected')] };
  const suites = [{ specs: [spec('a comment', 'flaky'), spec('a name', 'expected')], suites: [inner, {}] }];
  expect(testsThatAre('flaky', suites)).toEqual(['x.spec.ts:7 › a comment', 'x.spec.ts:7 › a like']);
  expect(testsThatAre('unexpected', suites)).toEqual(['x.spec.ts:7 › a report']);
  expect(testsThatAre('flaky', undefined)).toEqual([]);
});

test('a failed unit test is named, and a file that could not be read', () => {
  const results = [
    {
      name: `${process.cwd()}/lib/a.test.ts`,
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'one' },
        { status: 'failed', fullName: 'two' },
      ],
    },
    { name: `${process.cwd()}/lib/b.test.ts`, status: 'failed', assertionResults: [] },
    {
      name: `${process.cwd()}/lib/c.test.ts`,
      status: 'passed',
      assertionResults: [{ status: 'passed', fullName: 'three' }],
    },
  ];
  expect(failedUnits(results)).toEqual(['lib/a.test.ts › two', 'lib/b.test.ts']);
  expect(failedUnits(undefined)).toEqual([]);
});
