import { expect, test } from 'vitest';
import { type CheckedBlock, findingsIn, storyLinked } from './find-problems';

const known = { hasAlt: (id: number | null) => id === 1, isDead: (id: number) => id === 9 };
const block = (text: string, more: Partial<CheckedBlock> = {}): CheckedBlock => ({
  from: 10,
  text,
  type: 'paragraph',
  attrs: {},
  links: [],
  ...more,
});
const findings = (blocks: CheckedBlock[], fields: Record<string, string> = {}) =>
  findingsIn(blocks, fields, known).map(({ what, at }) => [what, at]);

test('a clean story has no findings', () => {
  expect(
    findings([block('ধীরে ধীরে পানি বাড়ছে।')], { headline: 'শিরোনাম', pictureId: '', pictureAlt: '' }),
  ).toEqual([]);
});

test.each([
  ['এবং এবং', 10, 17],
  ['নদী থেকে থেকে', 14, 23],
  ['লাল লাল লাল ফুল', 14, 21],
])('a word twice, as in %s, is found where it is', (text, from, to) => {
  const [first] = findings([block(text)]);
  expect(first?.[0]).toBe('editor.wordTwice');
  expect(first?.[1]).toEqual({ from, to });
});

test('letters that only look right are found', () => {
  expect(findings([block('কথা অ\u09beমি')])).toEqual([['editor.oddLetters', { from: 14, to: 18 }]]);
  expect(findings([], { kicker: 'অ\u09be' })).toEqual([['editor.oddLetters', { field: 'kicker' }]]);
});

test('a picture that nobody described is found, in the text, in a gallery and as the lead', () => {
  const figure = (pictureId: number, alt = '') => block('', { type: 'figure', attrs: { pictureId, alt } });
  expect(findings([figure(1), figure(2, 'নদী')])).toEqual([]);
  expect(findings([figure(2)])).toEqual([['editor.altMissing', { from: 10, to: 11 }]]);
  expect(
    findings([block('', { type: 'gallery', attrs: { pictures: [{ pictureId: 2, alt: '' }] } })]),
  ).toHaveLength(1);
  expect(findings([], { pictureId: '2', pictureAlt: '' })).toEqual([
    ['editor.altMissing', { field: 'pictureAlt' }],
  ]);
});

test('a link or card to a story of ours that readers cannot open is found', () => {
  const link = (href: string) => block('ক', { links: [{ href, from: 10, to: 11 }] });
  expect(findings([link('/sports/8'), link('https://example.com/sports/9')])).toEqual([]);
  expect(findings([link('/sports/9')])).toEqual([['editor.linkDead', { from: 10, to: 11 }]]);
  expect(findings([block('', { type: 'alsoRead', attrs: { storyId: 9 } })])).toHaveLength(1);
});

test('a headline too long for its slot is found, unless a short one stands in', () => {
  const headline = 'ক'.repeat(91);
  expect(findings([], { headline, shortHeadline: '' })).toEqual([
    ['editor.headlineLong', { field: 'headline' }],
  ]);
  expect(findings([], { headline, shortHeadline: 'ছোট' })).toEqual([]);
  expect(findings([], { headline: '', shortHeadline: 'ক'.repeat(51) })).toEqual([
    ['editor.shortHeadlineLong', { field: 'shortHeadline' }],
  ]);
});

test.each([
  ['/sports/9', 9],
  ['https://barta.test/sports/9/কথা', 9],
  ['/admin/stories/9', null],
  ['https://example.com/sports/9', null],
  ['/sports/09', null],
  ['#a', null],
])('%s leads to story %s', (href, id) => {
  expect(storyLinked(href, 'https://barta.test')).toBe(id);
});
