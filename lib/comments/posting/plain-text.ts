import { normalise } from '@barta/bengali/normalise';

/**
 * What nobody types on purpose: control characters (tab and line feed stay), marks that turn the direction of
 * all that follows (an RTL override writes a name backwards), byte-order marks, annotation characters and halves
 * of surrogate pairs.
 */
const NEVER_MEANT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** No script stacks more marks on one letter; a tower of them climbs over its neighbours' lines. */
const TOWER_OF_MARKS = /(\p{M}{8})\p{M}+/gu;

const LEAVES_A_TRACE = /[^\s\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** A text of several paragraphs, safe to store: as it was typed, less what nobody types. */
export function plainText(rawText: string): string {
  const meant = rawText
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(NEVER_MEANT, '')
    .replace(TOWER_OF_MARKS, '$1');
  return normalise(meant)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same for a name or an address: one line, single blanks. */
export function plainLine(rawText: string): string {
  return plainText(rawText).replace(/\s+/g, ' ');
}

/** False for a text that would be seen as nothing, whatever it is made of. */
export function isSeen(text: string): boolean {
  return LEAVES_A_TRACE.test(text);
}
