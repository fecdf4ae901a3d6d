import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from './golden/unicode-repair.golden.json';
import { normalise } from './normalise.ts';
import { bengaliText } from './testing/texts.ts';

const codePoints = (text: string) =>
  Array.from(text, (letter) => letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')).join(' ');

test.each(golden.pairs)('$id $rule: $note', ({ input, expectedCp }) => {
  expect(codePoints(normalise(input))).toBe(expectedCp);
});

test('what is right stays as it is', () => {
  for (const { expected } of golden.pairs) expect(normalise(expected)).toBe(expected);
});

test('a second repair finds nothing to do', () => {
  fc.assert(
    fc.property(bengaliText, (text) => normalise(normalise(text)) === normalise(text)),
    { numRuns: 2000 },
  );
});

test('a foreign mark behind a sign that moves leaves no joiner for a second repair', () => {
  const once = normalise('\u0981\u09C0\u0323\u200C');
  expect(codePoints(once)).toBe('09C0 0981 0323');
  expect(normalise(once)).toBe(once);
});

test('composed and decomposed text of one word come out the same', () => {
  fc.assert(
    fc.property(bengaliText, (text) => {
      const whole = text.toWellFormed();
      return normalise(whole.normalize('NFC')) === normalise(whole.normalize('NFD'));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['doubled first, then joined', 'ক\u09C7\u09C7\u09BE', 'কো'],
  ['a doubled ো, split', 'ক\u09C7\u09BE\u09C7\u09BE', 'কো'],
  ['অ with a doubled া', 'অ\u09BE\u09BE', 'আ'],
  ['ব with a doubled nukta', 'ব\u09BC\u09BC', 'র'],
  ['আঁ written অঁা', 'অ\u0981\u09BE', 'আঁ'],
  ['ব্ with its nukta last, then য', 'সূব\u09CD\u09BCয', 'সূর্য'],
  ['the joiner of র‍্য typed as ZWNJ', 'র\u200C\u09CDযাব', 'র\u200D\u09CDযাব'],
  ['two joiners in a row', 'উদ\u09CD\u200C\u200Cযাপন', 'উদ\u09CD\u200Cযাপন'],
  ['Persian keeps its joiner', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['half a surrogate pair', 'ক\uD800', 'ক\uFFFD'],
])('%s', (_, input, expected) => {
  expect(normalise(input)).toBe(expected.normalize('NFC'));
});
