import { expect, test } from 'vitest';
import { compareBengali } from './collation.ts';

test('letters stand in the order of the alphabet', () => {
  const alphabet =
    'অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ক কং কা ক্ষ খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ড় ঢ ঢ় ণ ত ৎ থ দ ধ ন প ফ ব ভ ম য য় র ল শ ষ স হ';
  const shuffled = alphabet.split(' ').sort((a, b) => (a > b ? -1 : 1));
  expect(shuffled.sort(compareBengali).join(' ')).toBe(alphabet);
});

test('spelling that only looks different is no difference', () => {
  expect(compareBengali('বা\u09DCি', 'বাড়ি')).toBe(0);
  expect(compareBengali('কো', 'ক\u09C7\u09BE')).toBe(0);
});
