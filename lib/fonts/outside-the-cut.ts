import { type FaceName, faceNames } from './faces';
import { isDrawnAlike } from './shaper';

/**
 * A syllable as a shaper takes it: consonants joined by virama with their vowel signs and marks, or a vowel. Each is looked
 * up once; a page of 2,000 words has some 300 different ones. Bounded, so that a comment of endless marks is one short
 * syllable after the other.
 */
const syllable =
  /(?:[ক-হৎৰৱ\u09dc\u09dd\u09df]\u09bc?(?:\u200d?\u09cd[\u200c\u200d]?[ক-হৰৱ\u09dc\u09dd\u09df]\u09bc?){0,8}\u200d?\u09cd?[\u200c\u200d]?|[অ-ঔৠৡ](?:\u09cd(?=য)য)?)[\u09be-\u09cc\u09d7\u09e2\u09e3]{0,3}[\u0981-\u0983]{0,3}|[\u0980-\u09fe]/g;

/** Syllables seen, with the faces whose cut does not draw them as the whole face does. */
const seen = new Map<string, readonly FaceName[]>();
const maxSeen = 20_000;

/** The syllables of the text that a cut does not draw as the whole face does, with the faces that do not. */
export function outsideTheCut(text: string): Map<string, readonly FaceName[]> {
  const found = new Map<string, readonly FaceName[]>();
  for (const [one] of text.matchAll(syllable)) {
    const faces = facesWithout(one);
    if (faces.length > 0) found.set(one, faces);
  }
  return found;
}

/** The faces whose whole file a page with this text needs. */
export function facesNeededWhole(text: string): FaceName[] {
  const needed = new Set([...outsideTheCut(text).values()].flat());
  return faceNames.filter((face) => needed.has(face));
}

function facesWithout(one: string): readonly FaceName[] {
  const known = seen.get(one);
  if (known) return known;
  // After a letter too: what stands before may choose another form.
  const faces = faceNames.filter((face) => !isDrawnAlike(face, one) || !isDrawnAlike(face, `ক${one}`));
  if (seen.size >= maxSeen) seen.clear();
  seen.set(one, faces);
  return faces;
}
