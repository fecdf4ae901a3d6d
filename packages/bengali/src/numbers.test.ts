import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBengaliDigits, toBengaliDigits } from './digits.ts';
import golden from './golden/datetime-format.golden.json';
import { formatNumber, InvalidNumber, numberInWords, ordinal } from './numbers.ts';

test.each(golden.digits)('$latin is $bengali and back', ({ latin, bengali }) => {
  expect(toBengaliDigits(latin)).toBe(bengali);
  expect(fromBengaliDigits(bengali)).toBe(latin);
});

test.each(golden.grouping)('$number is grouped $expected', ({ number, expected }) => {
  expect(formatNumber(number)).toBe(expected);
});

test.each(golden.ordinals)('$number in order is $expected', ({ number, expected }) => {
  expect(ordinal(number)).toBe(expected);
});

test.each([
  [0, '০'],
  [999, '৯৯৯'],
  [1500, '১ হাজার ৫০০'],
  [120000, '১ লাখ ২০ হাজার'],
  [10000000, '১ কোটি'],
  [12345678, '১ কোটি ২৩ লাখ ৪৫ হাজার ৬৭৮'],
  [12345678901234, '১২,৩৪,৫৬৭ কোটি ৮৯ লাখ ১ হাজার ২৩৪'],
  [1234.1, '১ হাজার ২৩৪.১'],
  [0.5, '০.৫'],
  [-1500, '-১ হাজার ৫০০'],
])('%f is said %s', (number, expected) => {
  expect(numberInWords(number)).toBe(expected);
});

test('what is no number is refused by name', () => {
  for (const write of [formatNumber, ordinal, numberInWords]) {
    expect(() => write(Number.NaN)).toThrow(InvalidNumber);
    expect(() => write(Number.POSITIVE_INFINITY)).toThrow(InvalidNumber);
  }
  expect(() => ordinal(-1)).toThrow(InvalidNumber);
  expect(() => ordinal(1.5)).toThrow(InvalidNumber);
  expect(formatNumber(-0)).toBe('০');
});

test('digits and grouped numbers find their way back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.string(), (number, text) => {
      expect(fromBengaliDigits(toBengaliDigits(number))).toBe(String(number));
      expect(Number(fromBengaliDigits(formatNumber(number)).replaceAll(',', ''))).toBe(number + 0);
      expect(toBengaliDigits(fromBengaliDigits(toBengaliDigits(text)))).toBe(toBengaliDigits(text));
    }),
  );
});
