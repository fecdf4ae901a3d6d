import { expect, test } from 'vitest';
import { count } from './word-count';

test.each([
  ['', { words: 0, characters: 0, minutes: 0 }],
  [' \n ', { words: 0, characters: 0, minutes: 0 }],
  ['সেতুর টোল, ৩.৫ টাকা।', { words: 4, characters: 12, minutes: 1 }],
  ['র‍্যাব–৭ ও ক্ষমতা', { words: 4, characters: 8, minutes: 1 }],
  [`${'শব্দ '.repeat(386)}`, { words: 386, characters: 772, minutes: 2 }],
])('%.30s is counted', (text, counted) => {
  expect(count(text)).toEqual(counted);
});
