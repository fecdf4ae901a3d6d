import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labelKeys, labelsIn } from '../labels';

/** One word and one spelling for each thing: what is not written, and what is written instead. */
const preferred: readonly (readonly [unwanted: RegExp, written: string])[] = [
  [/কীবোর্ড|কি-বোর্ড/, 'কিবোর্ড'],
  [word('ফর্ম'), 'ফরম'],
  [/এক নজরে/, 'একনজরে'],
  [/সারাদেশ/, 'সারা দেশ'],
  [/রাঙ্গামাটি/, 'রাঙামাটি'],
  [/নেত্রকোণা/, 'নেত্রকোনা'],
  [/মুন্সীগঞ্জ/, 'মুন্সিগঞ্জ'],
  [/প্রতিবেদনটি/, 'খবরটি'],
  [word('প্রবেশ'), 'লগইন'],
  [/বেরিয়ে যান/, 'লগআউট'],
  [word('আবেদন'), 'আপিল'],
  [word('আড়াল'), 'বাতিল'],
  [/প্রথম পাতা/, 'প্রচ্ছদ'],
  [word('পৃষ্ঠা'), 'পাতা'],
  [/(?:খসড়া|নোট|টীকা|নিয়মটি|বদল|মান|সংস্করণ|ফিল্টার) রাখুন/, 'সংরক্ষণ করুন'],
  [/সেভ/, 'সংরক্ষণ'],
  [/(?:ফাঁকা|খালি) থাকুক|ফাঁকা (?:রাখ|থাক)/, 'খালি'],
  [/[“”"]/, '‘ ’'],
  [/ [–—] /, 'a comma, a colon or another sentence'],
  [/ছাঁকনি|ছাঁকুন|ছাঁকা/, 'ফিল্টার'],
  [word('খতিয়ান'), 'রেকর্ড'],
  [word('কৃতজ্ঞতা'), 'ক্রেডিট'],
  [word('চিঠি'), 'নিউজলেটার, ই-মেইল'],
  [word('সহমত'), 'পছন্দ'],
  [word('পর্যালোচনা'), 'ডেস্ক'],
  [word('টীকা'), 'নোট'],
  [/(?:^|[^\u0980-\u09ff])বিন(?:ে|ের)?(?![\u0980-\u09ff])/, 'ট্র্যাশ'],
  [/(?:^|[^\u0980-\u09ff])চাবি/, 'বোতাম'],
  [/নকশি প্রচ্ছদ/, 'স্বয়ংক্রিয় নকশা'],
  [/কখনের/, 'ডেডলাইন'],
  [/মোট পাঠ|কোনো পাঠ|দীর্ঘ পাঠ/, 'ভিউ, দীর্ঘ প্রতিবেদন'],
  [/আটকানো|আটকান(?![\u0980-\u09ff])|আটকে (?:দিন|রাখুন)/, 'ব্লক, অপেক্ষায়, পিন'],
  [word('সারণি'), 'টেবিল'],
  [/(?:^|[^\u0980-\u09ff])ছক(?![\u0980-\u09ff])/, 'টেবিল'],
  [/ইমেইল|ইমেল|ই-মেল/, 'ই-মেইল'],
  [/লিঙ্ক/, 'লিংক'],
  [/(?:CSV|তথ্য|তালিকা|ফটোকার্ড) নামা/, 'ডাউনলোড'],
  [/শুধরা/, 'শোধরা'],
  [word('সংকেত'), 'শর্টকাট'],
  [/\} এর মধ্যে/, 'ইতিমধ্যে'],
  [/সদ্য পাওয়া/, 'সদ্যপ্রাপ্ত'],
  [/(?:দিনের|রাতের) রং|রং: /, 'লাইট মোড, ডার্ক মোড'],
  [/[\u0980-\u09e3]-(?:এর|এ|কে|র|তে)(?![\u0980-\u09ff])/, 'the ending joined to the word'],
];

/** A word with any ending. */
function word(stem: string): RegExp {
  return new RegExp(`(?:^|[^\\u0980-\\u09ff])${stem}`, 'u');
}

function faultsIn(text: string): string[] {
  const plain = text.normalize('NFC');
  return preferred
    .filter(([unwanted]) => new RegExp(unwanted.source.normalize('NFC'), 'u').test(plain))
    .map(([, written]) => `${text} (${written})`);
}

test('every label keeps to one word and one spelling for each thing', () => {
  const say = labelsIn('bn');
  // An address and a piece of HTML are no Bengali text.
  const texts = labelKeys.map((key) => say(key).replace(/<a href="[^"]*">/, ''));
  expect(texts.flatMap(faultsIn)).toEqual([]);
});

test('no key is defined twice: the later would silently replace the earlier', () => {
  const keys = sourcesIn('lib/site/labels')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w.:-]+)':/gm)].map(([, key]) => key),
    );
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('the browser tests expect no label that is no longer there', () => {
  const stale = preferred.filter(([, written]) => !['‘ ’'].includes(written)).map(([unwanted]) => unwanted);
  const found = sourcesIn('e2e').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:name: |getBy\w+\(|press\(\w+, )'([^'\n]*)'/g)]
      .map(([, text = '']) => text.normalize('NFC'))
      .filter((text) =>
        stale.some((unwanted) => new RegExp(unwanted.source.normalize('NFC'), 'u').test(text)),
      )
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}
