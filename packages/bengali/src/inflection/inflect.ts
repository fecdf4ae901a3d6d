import type { GrammaticalCase } from './grammatical-case.ts';
import { beforeVowel, bengaliEnding, latinEnding, type NameEnding } from './name-ending.ts';
import { inflectPronoun } from './pronouns.ts';

/** What is counted in the plural: শিক্ষকেরা, শিক্ষকগণ (formal), বইগুলো. */
export type PluralKind = 'people' | 'formal' | 'things';

const YA = 'য\u09BC';
/** After a Bengali letter: the vowel sign joins the consonant before it. */
const JOINED: Readonly<Record<NameEnding, Readonly<Record<GrammaticalCase, string>>>> = {
  consonant: { genitive: 'ের', locative: 'ে', objective: 'কে', plural: 'েরা' },
  a: { genitive: 'র', locative: YA, objective: 'কে', plural: 'রা' },
  vowel: { genitive: 'র', locative: 'তে', objective: 'কে', plural: 'রা' },
  glide: { genitive: `${YA}ের`, locative: `${YA}ে`, objective: 'কে', plural: `${YA}েরা` },
};
/** After a hyphen, where nothing of Bengali can join: Google-এর, ২০২৬-এ, ‘সংবাদ’-এর. */
const HYPHENED: typeof JOINED = {
  consonant: { genitive: '-এর', locative: '-এ', objective: '-কে', plural: '-এরা' },
  a: { genitive: '-র', locative: `-${YA}`, objective: '-কে', plural: '-রা' },
  vowel: { genitive: '-র', locative: '-তে', objective: '-কে', plural: '-রা' },
  glide: { genitive: '-এর', locative: '-এ', objective: '-কে', plural: '-এরা' },
};

/**
 * A name or noun with its case ending, by the rules of the Bangla Academy's grammar (প্রমিত বাংলা ভাষার ব্যাকরণ): -র after a
 * vowel and -এর after a consonant, -য়ের after a diphthong and ং; -য়, -তে or -এ; -কে (-রে is poetic and never written);
 * -রা, -গণ or -গুলো. A hyphen stands before the ending only after Latin letters, figures, ঃ, a full stop, a closing quotation
 * mark or bracket. Several words are inflected at the last one.
 */
export function inflect(name: string, grammaticalCase: GrammaticalCase, kind: PluralKind = 'people'): string {
  const text = name.trim();
  const word = /[^\s\u2010-\u2015-]*$/.exec(text.slice(-100))?.[0].normalize('NFC') ?? '';
  if (word === '') return text;

  const pronoun = text === name ? inflectPronoun(text, grammaticalCase) : null;
  if (pronoun) return pronoun;
  if (grammaticalCase === 'plural' && kind !== 'people') {
    const suffix = kind === 'things' ? 'গুলো' : 'গণ';
    return /[\u0980-\u09E3]$/.test(word) && !word.endsWith('ঃ') ? text + suffix : `${text}-${suffix}`;
  }
  if (/[\u0980-\u09E3]\u200C?$/.test(word) && !word.endsWith('ঃ')) {
    const ending = bengaliEnding(word);
    const suffix = JOINED[ending][grammaticalCase];
    const changed = beforeVowel(word);
    const joins = grammaticalCase !== 'objective' && ending !== 'vowel' && changed !== word;
    if (!joins) return text + suffix;
    const stem = text.slice(0, text.length - lengthOfLastWord(text)) + changed;
    return stem + JOINED.consonant[grammaticalCase];
  }
  return text + HYPHENED[endingBeforeHyphen(word)][grammaticalCase];
}

function lengthOfLastWord(text: string): number {
  return /[^\s\u2010-\u2015-]*$/.exec(text.slice(-100))?.[0].length ?? 0;
}

function endingBeforeHyphen(word: string): NameEnding {
  const letters = word.replace(/[^\p{L}\p{M}\p{N}]+$/u, '');
  if (/[A-Za-z\u00C0-\u024F]$/.test(letters))
    return latinEnding(/[A-Za-z0-9\u00C0-\u024F]+$/.exec(letters)?.[0] ?? '');
  if (/[\u0980-\u09E3]$/.test(letters) && !letters.endsWith('ঃ')) return bengaliEnding(letters);
  return 'consonant';
}
