import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countGraphemes, graphemes, sentences, truncateGraphemes, wordCount } from './graphemes.ts';
import { bengaliText } from './testing/texts.ts';

test('a conjunct is one letter to its reader', () => {
  expect(graphemes('প্রধানমন্ত্রী')).toEqual(['প্র', 'ধা', 'ন', 'ম', 'ন্ত্রী']);
  expect(graphemes('র\u200D্যাব')).toEqual(['র\u200D্যা', 'ব']);
  expect(graphemes('')).toEqual([]);
});

test.each([
  ['প্রধানমন্ত্রী', 3, '', 'প্রধান'],
  ['প্রধানমন্ত্রী', 5, '…', 'প্রধানমন্ত্রী'],
  ['প্রধানমন্ত্রী', 4, '…', 'প্রধান…'],
  ['প্রধানমন্ত্রী', 0, '…', ''],
  ['প্রধানমন্ত্রী', -1, '', ''],
  ['', 3, '…', ''],
])('%s cut to %i with “%s” is “%s”', (text, max, ending, expected) => {
  expect(truncateGraphemes(text, max, ending)).toBe(expected);
});

test('cutting never splits a letter and never leaves more than asked', () => {
  fc.assert(
    fc.property(bengaliText, fc.nat(30), (text, max) => {
      const letters = graphemes(text);
      expect(truncateGraphemes(text, max)).toBe(letters.slice(0, max).join(''));
      expect(countGraphemes(truncateGraphemes(text, max))).toBeLessThanOrEqual(max);
    }),
  );
});

test.each([
  ['', 0],
  ['।', 0],
  ['আট-দশ জন, ১,২০০ টাকা।', 5],
  ['র\u200D্যাব উদ্\u200Cযাপন করল', 3],
])('“%s” has %i words', (text, count) => {
  expect(wordCount(text)).toBe(count);
});

test('a danda ends a sentence, a title does not', () => {
  expect(sentences('ড. ইউনূস বলেন। তিনি মো. রহিম? না! ৩.৫ শতাংশ।')).toEqual([
    'ড. ইউনূস বলেন।',
    'তিনি মো. রহিম?',
    'না!',
    '৩.৫ শতাংশ।',
  ]);
  expect(sentences('এ. কে. ফজলুল হক এলেন। শেষ')).toEqual(['এ. কে. ফজলুল হক এলেন।', 'শেষ']);
  expect(sentences('  ')).toEqual([]);
});
