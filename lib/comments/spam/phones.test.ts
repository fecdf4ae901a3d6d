import { expect, test } from 'vitest';
import { withoutPhones } from './phones';
import { visibleText } from './visible-text';

test.each<[string, number, number]>([
  ['কল ০১৭১২-৩৪৫৬৭৮', 1, 0],
  ['কল 01712345678 বা +880 1712 345678', 2, 0],
  ['+1 (555) 010-0199', 1, 0],
  ['কল ০ ১ ৭ ১ ২ ৩ ৪ ৫ ৬ ৭ ৮', 1, 1],
  ['কল o1712-345678', 1, 1],
  ['কল 017১২৩৪৫৬৭৮', 1, 0],
  ['০১৭.১২.৩৪.৫৬.৭৮', 1, 0],
  ['শূন্য এক সাত এক দুই তিন চার পাঁচ ছয় সাত আট', 1, 1],
  ['zero one seven one two three four five six seven eight', 1, 1],
  ['জরুরি সেবা ৯৯৯, স্বাস্থ্য ১৬২৬৩', 0, 0],
  ['জন্ম ০১-০১-১৯৮০, ভুল লেখা ০১/১০/১৯৮০', 0, 0],
  ['রোল ০১৭১২৩, নিবন্ধন ২০১৭১২৩৪৫৬৭৮৯০', 0, 0],
  ['এক দুই তিন, চার গোল খেয়েছে', 0, 0],
  ['১৭৮/৫, ৩৪ বলে ৬১', 0, 0],
])('%s: %i, in disguise %i', (text, count, veiled) => {
  expect(withoutPhones(visibleText(text))).toMatchObject({ count, veiled });
});

test('what has no number is given back as it was written', () => {
  expect(withoutPhones('দাম ৫০ টাকা').rest).toBe('দাম ৫০ টাকা');
});

test('a long row of digits and number words takes no time to speak of', () => {
  for (const text of [
    '০ '.repeat(100_000),
    'এক '.repeat(100_000),
    '0171-'.repeat(50_000),
    '+1'.repeat(100_000),
  ])
    expect(withoutPhones(visibleText(text)).count).toBeGreaterThanOrEqual(0);
});
