import { normalise } from '@barta/bengali/normalise';
import { foldHomoglyphs } from '@barta/bengali/word-filter/look-alikes';

/** As the eye reads it: full-width letters plain, letters drawn like Latin ones Latin, nothing invisible, small letters. */
export function visibleText(text: string): string {
  const seen = text.normalize('NFKC').replace(/\p{Cf}|\p{Variation_Selector}|\u034f/gu, '');
  return normalise(foldHomoglyphs(seen)).toLowerCase();
}
