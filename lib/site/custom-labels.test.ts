import { expect, test } from 'vitest';
import { parseCustomLabels } from './custom-labels';
import { labelsIn } from './labels';

test('a sentence of the newsroom stands over the catalogue, and the rest stays', () => {
  const { own, faults } = parseCustomLabels('nav.home = প্রথম পাতা\n\nadmin.count={count} খানা\n');
  const say = labelsIn('bn', own);

  expect(faults).toEqual([]);
  expect(say('nav.home')).toBe('প্রথম পাতা');
  expect(say('admin.count', { count: 5 })).toBe('৫ খানা');
  expect(say('admin.desk')).toBe('ডেস্ক');
});

test.each([
  ['names no label', 'nav.nowhere = কোথাও না'],
  ['loses a number', 'admin.count = অনেক'],
  ['invents a number', 'nav.home = {count}টি পাতা'],
  ['has no sentence', 'nav.home = '],
  ['is no pair', 'প্রথম পাতা'],
])('a line that %s is left out and told', (_, line) => {
  expect(parseCustomLabels(line)).toEqual({ own: new Map(), faults: [line.trim()] });
});
