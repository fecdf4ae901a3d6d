import { foldSpelling } from '../search/fold-spelling.ts';
import { foldHomoglyphs, foldLeetspeak } from './look-alikes.ts';
import { removeDisguise } from './remove-disguise.ts';

/** i, l, 1 and | are one stroke in most typefaces. */
const UPRIGHT = /[l1|](?=[a-z])|(?<=[a-z])[l1|]/g;
/** Signs of one shape with a Bengali letter: Assamese ৱ, and the visarga that is typed for a colon. */
const BENGALI_TWINS: Readonly<Record<string, string>> = { ৱ: 'ব', 'ঃ': '' };

/**
 * A person's name without what a reader overlooks: two names that look alike on a page are equal after it. Blanks, signs,
 * invisible characters and capitals go, letters of other alphabets become the Latin or Bengali ones that they look like,
 * and ি/ী, ু/ূ, ন/ণ are one. For comparing only; `''` for a name without a letter or digit.
 */
export function foldName(name: string): string {
  const plain = foldLeetspeak(removeDisguise(foldHomoglyphs(name)), 'i')
    .replace(/[ৱঃ]/g, (sign) => BENGALI_TWINS[sign] ?? sign)
    .replace(UPRIGHT, 'i')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return foldSpelling(plain);
}
