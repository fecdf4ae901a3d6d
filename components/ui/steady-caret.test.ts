import { expect, test } from 'vitest';
import { isDrawnPast } from './steady-caret';

test.each([
  ['a hasanta in front of a letter', 'বৃষ', '্', 'মিতু', true],
  ['a letter behind that hasanta', 'বৃষ্', 'ট', 'মিতু', true],
  ['a hasanta kept open', 'বৃষ্\u200C', 'ট', 'মিতু', true],
  ['in front of ড়, composed or not', 'বৃষ', '্', 'ড়', true],
  ['in front of a space', 'বৃষ', '্', ' মিতু', false],
  ['at the end', 'বৃষ', '্', '', false],
  ['another sign', 'ব', 'ৃ', 'মিতু', false],
  ['in front of Latin', 'বৃষ', '্', 'a', false],
  ['in front of a vowel sign, which is part of the grapheme anyhow', 'ক', '্', 'ি', false],
])('%s', (_, before, inserted, after, is) => {
  expect(isDrawnPast(before, inserted, after)).toBe(is);
});
