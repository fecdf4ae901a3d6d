import { expect, test } from 'vitest';
import golden from '../golden/moderation-bn.golden.json';
import { findListedWords } from './find-listed-words.ts';

test.each(golden.cases)('$id $word: $why', ({ word, text, match }) => {
  expect(findListedWords(text, [word])).toEqual(match ? [word] : []);
});

test('every listed inflection is found, two of them are not', () => {
  for (const inflection of golden.inflections) {
    expect(findListedWords(`সে দালাল${inflection}, শুনেছি`, ['দালাল'])).toEqual(['দালাল']);
  }
  expect(findListedWords('দালালটিরও', ['দালাল'])).toEqual([]);
});

test.each([
  ['দা - লা - ল', [], 'a gap of three'],
  ['দা--লা  ল', ['দালাল'], 'gaps of two'],
  ['চো র', [], 'a word of two letters may be two words'],
  ['বড় দা লা ল হক', ['দালাল'], 'among other words'],
  ['দা লা লি', [], 'another last letter'],
  ['ｉｄｉｏｔ!', ['idiot'], 'full-width letters'],
  ['ID10T', ['idiot'], 'digits for letters'],
  ['i d i o t', ['idiot'], 'spaced Latin letters'],
  ['১০ জন', [], 'nothing listed'],
  ['idiot$', ['idiot'], 'a sign after the word is a boundary'],
  ['an !diot, an id!ot!', ['idiot'], 'an exclamation mark between letters'],
  ['idiot!really', ['idiot'], 'between two words it is itself'],
  ['দালালঃ সে কে', ['দালাল'], 'a visarga for a colon'],
  ['দালালেরঃ', ['দালাল'], 'the same behind an ending'],
  ['খারাপ, লোকেরা', ['খারাপ লোক'], 'a listed phrase, inflected'],
  ['খারাপ লোকাল বাস', [], 'a phrase is not the start of a word'],
  ['চো\u200Bর চোর', ['চোর'], 'each word once'],
  ['\u202Eচো\u2066র', ['চোর'], 'direction controls inside'],
])('%s: %j, %s', (text, found) => {
  expect(findListedWords(text, ['দালাল', 'চোর', 'idiot', 'খারাপ লোক'])).toEqual(found);
});

test('no words, no finds; a listed blank finds nothing', () => {
  expect(findListedWords('চোর', [])).toEqual([]);
  expect(findListedWords('চোর , ', ['', ' ', ','])).toEqual([]);
});
