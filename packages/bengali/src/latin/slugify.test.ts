import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemes } from '../graphemes.ts';
import { normalise } from '../normalise.ts';
import { bengaliText } from '../testing/texts.ts';
import { latinSlug, slugify } from './slugify.ts';

test.each([
  ['কুয়াশায় আট ঘণ্টা বন্ধ ফেরি', 'কুয়াশায়-আট-ঘণ্টা-বন্ধ-ফেরি'],
  ['‘র্যাব’-এর অভিযান, আটক ৩!', 'র\u200D্যাব-এর-অভিযান-আটক-৩'],
  ['COVID-19: টিকা', 'covid-19-টিকা'],
  ['  —!  ', ''],
  ['পরিবার 👨\u200D👩', 'পরিবার'],
])('%s → %s', (headline, slug) => {
  expect(slugify(headline)).toBe(slug.normalize('NFC'));
});

test.each([
  ['বাংলাদেশ', 'bangladesh'],
  ['খবর', 'khobor'],
  ['বিদ্যালয় ও বই', 'bidyaloy-o-boi'],
  ['সংবাদ ২০২৬', 'songbad-2026'],
  ['Café ঢাকা', 'cafe-dhaka'],
])('%s in Latin letters is %s', (headline, slug) => {
  expect(latinSlug(headline)).toBe(slug);
});

test('a long headline ends after a whole word, a long word after a whole letter', () => {
  expect(slugify('বিশ্ববিদ্যালয় '.repeat(20)).length).toBeLessThanOrEqual(80);
  expect(slugify('বিশ্ববিদ্যালয় '.repeat(20)).split('-').at(-1)).toBe('বিশ্ববিদ্যালয়');
  const word = 'ন্ত্রী'.repeat(40);
  expect(graphemes(word)).toEqual(expect.arrayContaining(graphemes(slugify(word))));
});

test('any slug is short, of letters and digits only, and stays itself', () => {
  fc.assert(
    fc.property(bengaliText, (text) => {
      const slug = slugify(text);
      expect(slug.length).toBeLessThanOrEqual(80);
      expect(slug).toMatch(/^(?:[\p{L}\p{M}\p{N}-]|\u200C|\u200D)*$/u);
      expect(normalise(slug)).toBe(slug);
      expect(slugify(slug)).toBe(slug);
      expect(latinSlug(text)).toMatch(/^[a-z0-9-]*$/);
    }),
    { numRuns: 500 },
  );
});
