import { expect, test } from 'vitest';
import { markListedWords } from './mark-listed-words.ts';

const shown = (text: string, words: string[]) =>
  markListedWords(text, words)
    .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('');

test.each([
  ['রেফারি চোর, ম্যাচ পাতানো।', ['চোর'], 'রেফারি [চোর], ম্যাচ পাতানো।'],
  ['চোরদের বিচার চাই', ['চোর'], '[চোরদের] বিচার চাই'],
  ['বাজেট ভালো', ['বাজে'], 'বাজেট ভালো'],
  ['ভালো লেগেছে', ['চোর'], 'ভালো লেগেছে'],
  ['এই ফ্রি টাকা নিন আজই', ['ফ্রি টাকা'], 'এই [ফ্রি টাকা] নিন আজই'],
  ['s p a m দেখুন', ['spam'], '[s p a m] দেখুন'],
  ['fr33 m0ney', ['free'], '[fr33] m0ney'],
  ['চোর চোর', ['চোর'], '[চোর চোর]'],
])('%s', (text, words, marked) => {
  expect(shown(text, words)).toBe(marked);
});

test('the pieces joined are the text, whatever it holds', () => {
  const text = 'a\n\n👨‍👩‍👧‍👦 চো\u200bর <b>চোর</b>';
  expect(
    markListedWords(text, ['চোর'])
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
