import { expect, test } from 'vitest';
import { inflect } from './inflect.ts';

const table: readonly (readonly [
  rule: string,
  name: string,
  genitive: string,
  locative: string,
  plural: string,
])[] = [
  ['consonant', 'রহমান', 'রহমানের', 'রহমানে', 'রহমানেরা'],
  ['consonant', 'শিক্ষক', 'শিক্ষকের', 'শিক্ষকে', 'শিক্ষকেরা'],
  ['conjunct', 'ছাত্র', 'ছাত্রের', 'ছাত্রে', 'ছাত্রেরা'],
  ['য়', 'সময়', 'সময়ের', 'সময়ে', 'সময়েরা'],
  ['া', 'বার্তা', 'বার্তার', 'বার্তায়', 'বার্তারা'],
  ['া', 'সুলতানা', 'সুলতানার', 'সুলতানায়', 'সুলতানারা'],
  ['ি', 'সমিতি', 'সমিতির', 'সমিতিতে', 'সমিতিরা'],
  ['ী', 'মন্ত্রী', 'মন্ত্রীর', 'মন্ত্রীতে', 'মন্ত্রীরা'],
  ['ু', 'বন্ধু', 'বন্ধুর', 'বন্ধুতে', 'বন্ধুরা'],
  ['ে', 'মেয়ে', 'মেয়ের', 'মেয়েতে', 'মেয়েরা'],
  ['ো', 'প্রথম আলো', 'প্রথম আলোর', 'প্রথম আলোতে', 'প্রথম আলোরা'],
  ['short word', 'মা', 'মায়ের', 'মায়ে', 'মায়েরা'],
  ['short word', 'চা', 'চায়ের', 'চায়ে', 'চায়েরা'],
  ['স্ত্রী', 'স্ত্রী', 'স্ত্রীর', 'স্ত্রীতে', 'স্ত্রীরা'],
  ['ই', 'ভাই', 'ভাইয়ের', 'ভাইয়ে', 'ভাইয়েরা'],
  ['ই', 'দুবাই', 'দুবাইয়ের', 'দুবাইয়ে', 'দুবাইয়েরা'],
  ['উ', 'বউ', 'বউয়ের', 'বউয়ে', 'বউয়েরা'],
  ['letter U', 'আইসিইউ', 'আইসিইউর', 'আইসিইউতে', 'আইসিইউরা'],
  ['ও', 'ভিডিও', 'ভিডিওর', 'ভিডিওতে', 'ভিডিওরা'],
  ['গাঁও', 'ঠাকুরগাঁও', 'ঠাকুরগাঁওয়ের', 'ঠাকুরগাঁওয়ে', 'ঠাকুরগাঁওয়েরা'],
  ['letter A', 'বিজিএমইএ', 'বিজিএমইএর', 'বিজিএমইএতে', 'বিজিএমইএরা'],
  ['ং', 'মিটিং', 'মিটিংয়ের', 'মিটিংয়ে', 'মিটিংয়েরা'],
  ['ঙ', 'রং', 'রঙের', 'রঙে', 'রঙেরা'],
  ['ৎ', 'বিদ্যুৎ', 'বিদ্যুতের', 'বিদ্যুতে', 'বিদ্যুতেরা'],
  ['hasanta', 'দিক্', 'দিকের', 'দিকে', 'দিকেরা'],
  ['ঃ', 'মোঃ', 'মোঃ-এর', 'মোঃ-এ', 'মোঃ-এরা'],
  ['silent হ', 'আব্দুল্লাহ', 'আব্দুল্লাহর', 'আব্দুল্লাহতে', 'আব্দুল্লাহরা'],
  ['হ', 'বিবাহ', 'বিবাহের', 'বিবাহে', 'বিবাহেরা'],
  ['open consonant', 'বড়', 'বড়র', 'বড়তে', 'বড়রা'],
  ['abbreviation', 'BBC', 'BBC-র', 'BBC-তে', 'BBC-রা'],
  ['abbreviation', 'FBI', 'FBI-এর', 'FBI-এ', 'FBI-এরা'],
  ['Latin a', 'Barta', 'Barta-র', 'Barta-য়', 'Barta-রা'],
  ['Latin vowel', 'Sony', 'Sony-র', 'Sony-তে', 'Sony-রা'],
  ['Latin silent e', 'Google', 'Google-এর', 'Google-এ', 'Google-এরা'],
  ['figures', '২০২৬', '২০২৬-এর', '২০২৬-এ', '২০২৬-এরা'],
  ['time', 'বিকেল ৪:৩০', 'বিকেল ৪:৩০-এর', 'বিকেল ৪:৩০-এ', 'বিকেল ৪:৩০-এরা'],
  ['quotation', '‘বার্তা’', '‘বার্তা’-র', '‘বার্তা’-য়', '‘বার্তা’-রা'],
  ['pronoun', 'তিনি', 'তাঁর', 'তাঁতে', 'তাঁরা'],
];

test.each(table)('%s: %s becomes %s, %s, %s', (_, name, genitive, locative, plural) => {
  const written = [inflect(name, 'genitive'), inflect(name, 'locative'), inflect(name, 'plural')];
  expect(written.map((each) => each.normalize('NFC'))).toEqual(
    [genitive, locative, plural].map((each) => each.normalize('NFC')),
  );
});

test.each([
  ['রহমান', 'রহমানকে'],
  ['বার্তা', 'বার্তাকে'],
  ['বিদ্যুৎ', 'বিদ্যুৎকে'],
  ['BBC', 'BBC-কে'],
  ['তিনি', 'তাঁকে'],
])('%s as an object is %s', (name, objective) => {
  expect(inflect(name, 'objective')).toBe(objective);
});

test('things and formal plurals take their own suffixes', () => {
  expect(inflect('বই', 'plural', 'things')).toBe('বইগুলো');
  expect(inflect('শিক্ষক', 'plural', 'formal')).toBe('শিক্ষকগণ');
  expect(inflect('PDF', 'plural', 'things')).toBe('PDF-গুলো');
});

test('an empty name stays empty, and a very long one is inflected at its end', () => {
  expect(inflect('', 'genitive')).toBe('');
  expect(inflect('ক'.repeat(1_000_000), 'genitive').length).toBe(1_000_002);
});
