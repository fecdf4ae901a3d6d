import { expect, test } from 'vitest';
import { fromBijoy, looksLikeBijoy } from './bijoy';
import golden from './golden/bijoy-pairs.golden.json';

test.each(golden.pairs)('$bijoy is $unicode', ({ bijoy, unicode }) => {
  expect(fromBijoy(bijoy)).toBe(unicode);
});

test.each([
  ['‡bŠKv', 'নৌকা'],
  ['i¨v‡ei', 'র\u200D্যাবের'],
  ['c‡i\r\n\r\n\r\n\r\nAvevi', 'পরে\r\n\r\n\r\n\r\nআবার'],
  ['', ''],
  ['ঢাকা', 'ঢাকা'],
])('%j is %j', (bijoy, unicode) => {
  expect(fromBijoy(bijoy)).toBe(unicode.normalize('NFC'));
});

test('backslashes do not multiply the text', () => {
  expect(fromBijoy('\\\\'.repeat(500)).length).toBe(1000);
});

test('Bijoy is told from Bengali and from English', () => {
  for (const { unicode } of golden.pairs) expect(looksLikeBijoy(unicode)).toBe(false);
  expect(golden.pairs.filter(({ bijoy }) => !looksLikeBijoy(bijoy))).toEqual([]);
});

test.each([
  ['mgq', 'সময়'],
  ['nq', 'হয়'],
  ['`vwe', 'দাবি'],
  ['K_v', 'কথা'],
  ['bZyb', 'নতুন'],
  ['Kjv', 'কলা'],
  ['kni I MÖvg', 'শহর ও গ্রাম'],
  ['wbeb', 'নিবন'],
])('%s alone is told for %s', (bijoy, unicode) => {
  expect(looksLikeBijoy(bijoy)).toBe(true);
  expect(fromBijoy(bijoy)).toBe(unicode.normalize('NFC'));
});

test.each([
  'The minister visited Khulna on Sunday… and, by every measure, gave a survey of TV and DVD sales.',
  'Bangladesh Nationalist Party (BNP) and YouTube, iPhone, BdNews24 © 2026',
  'Le café déjà vu, très bien; der Fluß fließt über die Brücke',
  'বিপিএলে BPL ও SSC-2026, Covid-19',
  'https://example.com/AvgvKv?x=KvKv',
  '12345 — !',
  '১২ km',
  'Please',
  'Schmidt',
  'Mbappé',
  'Ivanov',
  'Dmitry Nguyen',
  'Iraq',
  'Mrs Khan',
  'three strong phrases',
  '',
])('%s is not Bijoy', (text) => {
  expect(looksLikeBijoy(text)).toBe(false);
});
