import { expect, test } from 'vitest';
import { csvCell } from './csv-cell';

test.each([
  ['মিতু', 'মিতু'],
  ['a,b', '"a,b"'],
  ['say "ok"', '"say ""ok"""'],
  ['=1+1', "'=1+1"],
  ['-SUM(A1)', "'-SUM(A1)"],
  ['@A1', "'@A1"],
  ['\t=1', "'\t=1"],
])('%s is written into a table as %s', (text, written) => {
  expect(csvCell(text)).toBe(written);
});
