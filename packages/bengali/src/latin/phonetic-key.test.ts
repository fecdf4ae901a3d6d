import { expect, test } from 'vitest';
import { latinPhoneticKeys, phoneticKey } from './phonetic-key.ts';

test.each([
  ['বন্যা', 'bonna banna bonya'],
  ['বইমেলা', 'boimela boi-mela'],
  ['ঘূর্ণিঝড়', 'ghurnijhor ghurnijhar ghurnizor'],
  ['চালের', 'chaler caler'],
  ['বাংলাদেশ', 'bangladesh bangladesh banglades'],
  ['স্বাধীনতা', 'swadhinota shadhinota sadhinata'],
  ['চট্টগ্রাম', 'chattogram chottogram'],
  ['বৃষ্টি', 'brishti bristi'],
  ['ক্ষতি', 'khoti kshoti'],
  ['সংসদ', 'songsod sangsad shongshod'],
  ['মুক্তিযুদ্ধ', 'muktijuddho muktijudho'],
  ['কংগ্রেস', 'congress kongres'],
  ['ডিজিটাল', 'digital dijital'],
  ['ওয়ার্ড', 'ward oard'],
  ['আঙ্গুর', 'angur'],
  ['জ্ঞান', 'gan gyan'],
  ['বিশ্ব', 'bishwo bissho'],
  ['সাহিত্য', 'sahitto sahityo'],
  ['মামলা', 'mamla'],
  ['ঋণ', 'rin'],
])('%s is found by %s', (word, spellings) => {
  for (const spelling of spellings.split(' ')) {
    expect(latinPhoneticKeys(spelling), spelling).toContain(phoneticKey(word));
  }
});

test.each([
  ['bonna', 'বাংলা'],
  ['mela', 'মামলা'],
  ['dhaka', 'টাকা'],
])('%s is not %s', (spelling, word) => {
  expect(latinPhoneticKeys(spelling)).not.toContain(phoneticKey(word));
});

test('both spellings of a nukta letter have one key', () => {
  expect(phoneticKey('ঝ\u09DC')).toBe(phoneticKey('ঝড\u09BC'));
  expect(phoneticKey('সম\u09DF')).toBe(phoneticKey('সময\u09BC'));
});

test('anything is answered in linear time', () => {
  expect(latinPhoneticKeys('')).toEqual(['']);
  expect(latinPhoneticKeys('ng'.repeat(100_000)).length).toBeLessThanOrEqual(4);
  expect(phoneticKey('\u09CD'.repeat(100_000))).toBe('');
});
