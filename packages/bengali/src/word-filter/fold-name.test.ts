import { expect, test } from 'vitest';
import { foldName } from './fold-name.ts';

test.each([
  ['রহিম উদ্দিন', 'রহিমউদ্দিন', 'a blank'],
  ['রহিম উদ্দিন', ' রহিম  উদ্দিন.', 'blanks and a full stop'],
  ['রহিম উদ্দিন', 'রহিম\u200bউদ্দিন', 'a zero width space'],
  ['রহিম উদ্দিন', 'রহি\u200cম উদ্দিন\u200d', 'joiners'],
  ['রহিম', 'রহীম', 'a long vowel'],
  ['রহিম', 'ৰহিম', 'the Assamese letter'],
  ['রহিম', 'ব\u09bcহিম', 'a letter and a nukta'],
  ['রহিমা', 'রহিমাঃ', 'a visarga for a colon'],
  ['আরিফ', 'অ\u09beরিফ', 'two signs for a vowel'],
  ['কোরবান', 'ক\u09c7\u09beরবান', 'a vowel in two parts'],
  ['Karim', 'Кarim', 'a Cyrillic letter'],
  ['Karim', 'KARIM', 'capitals'],
  ['Karim', 'Kárim', 'an accent'],
  ['Karim', 'Ｋarim', 'full width'],
  ['Ali', 'A1i', 'a digit for a letter'],
  ['Ali', 'AIi', 'a capital i for an l'],
])('%s and %s look alike: %s', (name, other) => {
  expect(foldName(other)).toBe(foldName(name));
});

test.each([
  ['রহিম', 'করিম'],
  ['রহিম', 'রহিমা'],
  ['রহিম উদ্দিন', 'রহিম'],
  ['Karim', 'Kabir'],
  ['হাসান', 'হাসিনা'],
])('%s and %s are two names', (name, other) => {
  expect(foldName(other)).not.toBe(foldName(name));
});

test('a name of signs alone folds to nothing', () => {
  expect(foldName('★ ★')).toBe('');
});
