import { markLatinPhrases } from '@barta/bengali/latin/latin-phrases';
import { withAccessibleNames } from './accessible-names';
import { withVideoCaptions } from './video-captions';

/**
 * The HTML of a body as a page shows it: names for what a screen reader announces, the captions that the library has now
 * (video file → version mark), Latin phrases marked as such.
 */
export function displayedBody(html: string, captions: ReadonlyMap<string, string>): string {
  return markLatinPhrases(withVideoCaptions(withAccessibleNames(html), captions));
}
