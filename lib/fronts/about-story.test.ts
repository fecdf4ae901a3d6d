import { expect, test } from 'vitest';
import { aboutStory } from './about-story';

// Ten past six in the morning in Dhaka.
const now = new Date('2026-11-24T00:10:00Z');

test.each([
  ['2026-11-23T23:00:00Z', 'জাতীয় · ভোর ৫:০০'],
  // An hour later by the clock, and the day before.
  ['2026-11-23T17:59:00Z', 'জাতীয় · ৬ ঘণ্টা আগে'],
  ['2026-11-21T00:10:00Z', 'জাতীয় · ৩ দিন আগে'],
  ['2026-10-01T00:10:00Z', 'জাতীয় · ১ অক্টোবর ২০২৬'],
])('what was published at %s is told as %s', (at, words) => {
  expect(aboutStory({ sectionName: 'জাতীয়', publishedAt: new Date(at) }, now)).toBe(words);
});
