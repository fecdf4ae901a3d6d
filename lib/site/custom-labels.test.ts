import { expect, test } from 'vitest';
import { parseCustomLabels } from './custom-labels';
import { formerLabelKeys } from './former-label-keys';
import { labelKeys, labelsIn } from './labels';

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

test.each([
  ['keeping.revisions', 'versions.revisions'],
  ['letters.stop', 'mail.stop'],
  ['letter.title', 'newsletter.title'],
  ['permit.moderate', 'permission.moderate'],
  ['bulk.deed.publish', 'bulk.action.publish'],
  ['ads.standing.over', 'ads.schedule.over'],
  ['door.home', 'edge.home'],
  ['pictures.kept', 'pictures.uploaded'],
] as const)('a sentence stored under the former key %s is still used', (former, current) => {
  const { own, faults } = parseCustomLabels(`${former} = আমাদের কথা`);
  expect(faults).toEqual([]);
  expect(labelsIn('bn', own)(current)).toBe('আমাদের কথা');
});

test('every former key leads to a label, and none is a label itself', () => {
  const known = new Set<string>(labelKeys);
  for (const [former, current] of Object.entries(formerLabelKeys)) {
    expect(known.has(current), current).toBe(true);
    expect(known.has(former), former).toBe(false);
  }
});
