import { normalise } from './normalise.ts';

const alphabet = new Intl.Collator('bn');

/** Bengali alphabetical order (CLDR `bn`): vowels, ং ঃ ঁ, consonants; ড় beside ড, ক্ষ under ক after ক's vowels. */
export function compareBengali(a: string, b: string): number {
  return alphabet.compare(normalise(a), normalise(b));
}
