import { expect, test } from 'vitest';
import { labelKeys } from '@/lib/site/labels';
import { untaughtFacts } from '../testing/untaught';
import { type SpamFacts, scoreOf, signalCodes, spamSignals } from './spam-score';

function facts(draft: Partial<SpamFacts['draft']> = {}, wishes: Partial<SpamFacts> = {}): SpamFacts {
  const text = { body: 'ভালো লেগেছে।', ...draft };
  const known = untaughtFacts(text);
  return { ...known, draft: { ...known.draft, ...text }, ...wishes };
}
const codes = (given: SpamFacts) => spamSignals(given).map(({ code }) => code);

test('a plain comment says nothing', () => {
  expect(spamSignals(facts())).toEqual([]);
});

test('every signal has its label', () => {
  expect(signalCodes.filter((code) => !labelKeys.some((key) => key === `signal.${code}`))).toEqual([]);
});

test.each<[string, SpamFacts, string[]]>([
  ['a filled trap', facts({ trap: 'x' }), ['trap']],
  ['links', facts({ body: 'https://a.example https://b.example' }), ['offer', 'links']],
  ['a number to call', facts({ body: 'ফোন ০১৭১২-৩৪৫৬৭৮' }), ['offer', 'contact']],
  ['a call to buy', facts({ body: 'আজই অর্ডার করুন' }), ['offer', 'invites', 'words']],
  ['a number in an appeal', facts({ body: 'বি পজিটিভ রক্ত দরকার, পঙ্গু হাসপাতাল, ০১৭১২-৩৪৫৬৭৮' }), []],
  [
    'a website',
    facts({ website: 'https://a.example', body: 'সেতুর নকশা ২০১৮ সালেই বদলানো হয়েছিল।' }),
    ['website'],
  ],
  ['praise with a website', facts({ website: 'https://a.example' }), ['bland-praise', 'offer', 'website']],
  ["a trader's name", facts({ name: 'Best Trader Rony' }), ['seller-name', 'bland-praise']],
  ["a shop's name", facts({ name: 'রহিম স্টোর', body: 'চালের বস্তা ৪০০ টাকা বেড়েছে এক মাসে।' }), ['seller-name']],
  ['a number in disguise', facts({ body: 'ফোন ০ ১ ৭ ১ ২ ৩ ৪ ৫ ৬ ৭ ৮' }), ['offer', 'contact', 'disguise']],
  ['a link in disguise', facts({ body: 'দেখুন taka[.]xyz' }), ['offer', 'disguise', 'links']],
  ['a strange script', facts({ body: 'ПОКУПАЙТЕ дешевые подписчики' }), ['foreign', 'offer']],
  ['a link for a name', facts({ name: 'taka.xyz' }), ['name-is-link']],
  ['a copy of spam', facts({}, { nearest: { other: 64, spam: 3, own: 64 } }), ['copy-of-spam']],
  ['a copy of another', facts({}, { nearest: { other: 7, spam: 64, own: 64 } }), ['copy-of-other']],
  ['letters in rows', facts({ body: 'দারুণ!!!!!!!!!' }), ['shouting']],
  ['disguised letters', facts({ isDisguised: true }), ['disguise']],
  ['no form', facts({}, { form: { hasToken: false, ageMs: null } }), ['no-token']],
  ['a form of this moment', facts({}, { form: { hasToken: true, ageMs: 500 } }), ['too-fast']],
  [
    'five addresses on one device',
    facts({}, { lately: { byAddress: 0, byDevice: 6, byNetwork: 0, addressesOfDevice: 5 } }),
    ['many-addresses', 'many-from-device'],
  ],
  [
    'a known writer',
    facts({}, { commenter: { approved: 9, hidden: 0, isVerified: true } }),
    ['verified', 'known-writer'],
  ],
])('%s is seen', (_, given, seen) => {
  expect(codes(given)).toEqual(seen);
});

const advertisements = [
  'ঘরে বসে দিনে ৫০০০ টাকা ইনকাম করুন, রেজিস্ট্রেশন করতে ক্লিক করুন https://taka-income.xyz/r',
  'Online casino 1xbet bonus 100% guaranteed https://bet.example https://slot.example',
  'সহজ কিস্তিতে লোন নিন, জামানত লাগবে না। যোগাযোগ: ০১৭১২৩৪৫৬৭৮ হোয়াটসঅ্যাপ ০১৭১২৩৪৫৬৭৮',
  'আমার টেলিগ্রাম চ্যানেলে জয়েন করুন t.me/fxtrade, ফরেক্স ট্রেডিং গ্যারান্টি',
];
test.each(advertisements)('held before anybody has decided anything: %s', (body) => {
  expect(scoreOf(spamSignals(facts({ body })))).toBeGreaterThanOrEqual(5);
});

const opinions = [
  'মোবাইল ব্যাংকিংয়ে যে চার্জ কাটা হয় তা কমানো উচিত, গরিব মানুষের কষ্ট হয়।',
  'জুয়ার বিজ্ঞাপন বন্ধ না করলে তরুণেরা শেষ হয়ে যাবে। সরকারের নজর দেওয়া দরকার।',
  'আমাদের গ্রামে এখনো বিদ্যুৎ যায় দিনে ছয়বার। খবরটি করার জন্য ধন্যবাদ।',
  'সূত্র দেখুন: https://bbs.gov.bd/page/1',
  'লোনের সুদ বাড়ায় ছোট ব্যবসায়ীরা টিকতে পারছেন না।',
];
test.each(opinions)('an opinion stays out of it: %s', (body) => {
  expect(scoreOf(spamSignals(facts({ body })))).toBeLessThan(3);
});
