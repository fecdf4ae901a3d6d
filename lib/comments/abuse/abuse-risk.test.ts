import { expect, test } from 'vitest';
import { abuseRisk } from './abuse-risk';
import { findAbuse } from './find-abuse';
import { abuseTokens } from './fold-abuse-text';

const HELD_FROM = 0.6;
const strengthOf = (text: string) =>
  Math.max(0, ...findAbuse(abuseTokens(text)).map(({ strength }) => strength));

test.each([
  'কুত্তার বাচ্চা কোথাকার',
  'জানোয়ারগুলোকে ধরে পিটাও',
  'শুয়োরের বাচ্চাদের বিচার হোক',
  'হারামজাদারা দেশটা খাইলি',
  'কু*ত্তার বাচ্চা',
  'কু ত্তা র বাচ্চা',
  'কু\u200Bত্তার বাচ্চা',
  'কুত্তাররর বাচ্চা',
  'মালাউনদের দেশ ছাড়া কর',
  'kuttar baccha',
  'KuTt4r b4ccha',
  'k u t t a r  b a c c h a',
  'tor moto kuttar bachchar juta pita kora dorkar',
  'মা*** পোলা',
])('%s is held for its words', (text) => {
  expect(abuseRisk(text).abuse).toBeGreaterThanOrEqual(HELD_FROM);
});

test.each([
  ['a death wish without a listed word', 'ওর মতো মানুষের বেঁচে থাকার অধিকার নেই', 'death-wish'],
  ['a wish for misfortune', 'আল্লাহ যেন তোকে দুনিয়া থেকে তুলে নেয়', 'death-wish'],
  ['a threat', 'তোরে রাস্তায় পাইলে কোপামু', 'threat'],
  ['an insult to somebody of the story', 'মেয়র সাহেব একটা আস্ত গাধা', 'insult'],
])('%s is held, and named', (_, text, kind) => {
  const risk = abuseRisk(text);
  expect(risk.abuse).toBeGreaterThanOrEqual(HELD_FROM);
  expect(risk.kind).toBe(kind);
});

test.each([
  'কাউকে ‘মালাউন’ বলে গালি দেওয়া অপরাধ',
  'পাসপোর্ট অফিসে দালাল ছাড়া কাজ হয় না, এটা বন্ধ করা দরকার',
  'গলা কেটে হত্যার ঘটনায় বিচার চাই',
  'খামারে ছাগল আর মহিষ পালন করে লাভ হয়েছে',
  'জরুরি বি পজিটিভ রক্ত দরকার, ঢাকা মেডিকেলে যোগাযোগ করুন',
  'khub bhalo likhechen, tobe shesh onkhota thik moto milche na',
])('%s may stand', (text) => {
  expect(abuseRisk(text).abuse).toBeLessThan(HELD_FROM);
});

test.each([
  'গুদাম',
  'বাজেট',
  'বালতি',
  'মালবাহী',
  'শালবন',
  'চুদুরবুদুর',
  'পোদ্দার',
  'ভালো',
  'নিচে',
  'কাটারিভোগ',
  'bhalo',
  'moto',
  'assignment',
])('the ordinary word %s is no listed one', (word) => {
  expect(strengthOf(word)).toBeLessThan(2);
});

test('a long text costs no more than its beginning', () => {
  expect(abuseRisk('কু ত্তা র '.repeat(50_000)).abuse).toBeGreaterThanOrEqual(0);
  expect(abuseRisk('*'.repeat(100_000)).abuse).toBeLessThan(1);
  expect(abuseRisk('').abuse).toBeLessThan(HELD_FROM);
});
