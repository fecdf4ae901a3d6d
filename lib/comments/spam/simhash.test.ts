import { expect, test } from 'vitest';
import { distanceFrom, fingerprintOf } from './simhash';

const text = 'ঘরে বসে দিনে পাঁচ হাজার টাকা আয় করতে চাইলে এখনই আমাদের টেলিগ্রাম চ্যানেলে যোগ দিন';

test.each([
  ['another number', `${text} ০১৭১১১১১১১১`, `${text} ০১৮২২২২২২২২`, 0],
  ['other punctuation', text, text.replaceAll(' ', ', '), 0],
  ['a hidden sign in each word', text, text.replaceAll('া', 'া\u200b'), 0],
  ['one word more', text, `${text} ভাই`, 12],
  ['one word for another', text, text.replace('এখনই', 'আজকেই'), 14],
])('a copy with %s is near', (_, one, other, most) => {
  expect(distanceFrom(fingerprintOf(one))(fingerprintOf(other))).toBeLessThanOrEqual(most);
});

test.each([
  'সেতুটি হলে দুই পাড়ের মানুষের কষ্ট কমবে, কিন্তু ফেরিঘাটের শ্রমিকদের কথাও ভাবা দরকার।',
  'প্রতিবেদনটি ভালো, তবে হাসপাতালে ডাক্তার কয়জন আছেন সেই হিসাব থাকলে আরও ভালো হতো।',
  'ঘরে বসে পড়াশোনা করা আর দিনে স্কুলে যাওয়া এক কথা নয়, শিক্ষকদের বেতনও বাড়াতে হবে।',
])('%j is far from an advertisement', (other) => {
  expect(distanceFrom(fingerprintOf(text))(fingerprintOf(other))).toBeGreaterThan(14);
});

test('what many people say in the same few words has no fingerprint', () => {
  expect(fingerprintOf('খুব ভালো লেগেছে।')).toBe('');
  expect(distanceFrom('')('')).toBe(64);
});

test('a fingerprint is sixteen hex digits, of a text of any length', () => {
  expect(fingerprintOf(text)).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf(text.repeat(500))).toMatch(/^[0-9a-f]{16}$/);
});
