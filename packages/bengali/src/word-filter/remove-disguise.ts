import { normalise } from '../normalise.ts';

/** Letters without a visible glyph. */
const BLANK_LETTERS = /[\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/g;

/**
 * The text in lower case, with full-width letters folded (NFKC), Assamese ৰ as র, and without invisible characters and
 * combining marks of no script of its own (accents, strokes), which mean nothing in Bengali and little in Latin.
 */
export function removeDisguise(text: string): string {
  const bare = normalise(text.replace(JOINED_EMOJI, '•'))
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}|\u034F/gu, '')
    .replace(BLANK_LETTERS, '');
  return normalise(/[^ -~\u0980-\u09FF\u0964]/.test(bare) ? withoutInheritedMarks(bare) : bare)
    .replace(/[\u200C\u200D]/g, '')
    .toLowerCase()
    .replaceAll('ৰ', 'র')
    .replace(MEANINGLESS_SIGNS, (sign) => (sign === 'ত্' ? 'ৎ' : ''));
}

/** Emoji joined by ZWJ are drawn as one sign. */
const JOINED_EMOJI =
  /\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)+/gu;

/** A nukta that forms no letter, and a hasanta that joins nothing: ত্ is then ৎ. */
const MEANINGLESS_SIGNS = /(?<![ডঢয])\u09BC|(?<=[\u09BE-\u09CC])\u09CD|ত?\u09CD(?![\u0980-\u09FF])/g;

function withoutInheritedMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .normalize('NFC');
}

/** Collapses three or more of one letter (idiooot, চোরররর) into `as`: one or two of them. */
export function collapseRepeats(text: string, as: '$1' | '$1$1'): string {
  return text.replace(REPEATED_VOWEL, '').replace(/([\p{L}\p{M}])\1{2,}/gu, as);
}

/** In Bengali a vowel is drawn out by repeating its letter after its sign: চোওওওর. */
const REPEATED_VOWEL = new RegExp(
  ['াআ', 'িইঈ', 'ীইঈ', 'ুউঊ', 'ূউঊ', 'েএ', 'ৈঐই', 'োও', 'ৌঔউ', '[ক-হ]অ']
    .map((pair) => `(?<=${pair.replace(/^(\[.*\]|.)(.*)$/u, '$1)[$2')}]{2,}`)
    .join('|'),
  'gu',
);
