import { expect, test } from 'vitest';
import { foldSpelling } from './fold-spelling';
import { stem, stems, verbRoot } from './stem';

test.each([
  ['নদী', 'নদীর নদীতে নদীকে নদীটি নদীটির নদীগুলো নদীগুলোতে নদীগুলোর নদীও নদীরই'],
  ['কৃষক', 'কৃষকের কৃষকেরা কৃষকরা কৃষকদের কৃষকদেরকে কৃষকটি কৃষকটিকে কৃষকও'],
  ['হাসপাতাল', 'হাসপাতালে হাসপাতালের হাসপাতালটির হাসপাতালগুলোর হাসপাতালেও'],
  ['মেয়ে', 'মেয়ের মেয়েরা মেয়েদের মেয়েটি মেয়েকে'],
  ['চা', 'চায়ের চায়ে'],
  ['মা', 'মায়ের মাকে মায়েরা'],
  ['নাম', 'নামে নামের'],
  ['পরিবার', 'পরিবারসহ পরিবারগুলোকেও'],
  ['বই', 'বইয়ের বইয়ে বইটি বইগুলো'],
  ['ঢাকা', 'ঢাকায় ঢাকার ঢাকাতে ঢাকাও'],
])('%s is a stem of each of its forms: %s', (word, forms) => {
  for (const form of forms.split(' ')) expect(stems(form)).toContain(word);
});

test.each([
  ['চা', 'চার চাই চাল চালক'],
  ['মেয়ে', 'মেয়র মেয়রের'],
  ['আম', 'আমরা আমার আমাদের আমি'],
  ['চাল', 'চালকের চালু চালান'],
  ['আদা', 'আদায় আদায়ের'],
  ['জেলা', 'জেলে জেলেদের'],
  ['কর', 'করে'],
  ['কার', 'কারখানা কারখানার'],
  ['জন', 'জনগণের'],
  ['বই', 'বইছে'],
])('%s is no stem of %s', (word, others) => {
  for (const other of others.split(' ')) expect(stems(other)).not.toContain(word);
});

test.each(['নদী', 'কৃষক', 'হাসপাতাল', 'ঢাকা', 'বিশ্ববিদ্যালয়', 'শিক্ষার্থী'])(
  '%s and its genitive and plural have one stem',
  (word) => {
    const genitive = /[াী]$/.test(word) ? `${word}র` : `${word}ের`;
    expect(stem(genitive)).toBe(stem(word));
    expect(stem(`${word}গুলো`)).toBe(stem(word));
    expect(stem(stem(word))).toBe(stem(word));
  },
);

test.each([
  ['বাড়ী', 'বাড়ি'],
  ['মূল্য', 'মুল্য'],
  ['ঘণ্টা', 'ঘন্টা'],
  ['নামায', 'নামাজ'],
  ['ষ্টেশন', 'স্টেশন'],
  ['ঈদ', 'ইদ'],
  ['ব্যাঙ্ক', 'ব্যাংক'],
  ['বিদ্যুৎ', 'বিদ্যুত'],
  ['কৃষাণ', 'কৃশান'],
])('%s and %s are one word to search', (a, b) => {
  expect(foldSpelling(a)).toBe(foldSpelling(b));
});

test.each([
  ['বিষ', 'বিশ'],
  ['যান', 'জান'],
  ['সময়', 'সমজ'],
  ['শব', 'সব'],
  ['পক্ষ', 'পক্শ'],
])('%s and %s stay two', (a, b) => {
  expect(foldSpelling(a)).not.toBe(foldSpelling(b));
});

test.each([
  ['কমেছে', 'কম'],
  ['কমছেন', 'কম'],
  ['কমবে', 'কম'],
  ['কমলে', 'কম'],
  ['জানিয়েছেন', 'জানা'],
  ['জানাচ্ছেন', 'জানা'],
  ['জানালেন', 'জানা'],
  ['বাড়তে', 'বাড়'],
  ['পড়ুন', null],
  ['নদীতে', null],
  ['বাস', null],
  ['গাছে', null],
  ['খাল', null],
  ['খাবে', null],
])('%s is a verb of the root %s', (word, root) => {
  expect(verbRoot(word.normalize('NFC'))).toBe(root?.normalize('NFC') ?? null);
});
