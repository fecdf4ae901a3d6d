import { normalise } from '../normalise.ts';

/** Conjuncts that are not said as they are written. Applied in this order, before single letters. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/ক্ষ/g, 'ক'],
  [/জ্ঞ/g, 'গ'],
  [/ঙ্গ|ংগ/g, 'ঙ'],
  // Ya-phala only lengthens; ba-phala is silent after most consonants (স্বাধীন), and said after ম, র, ল and ব.
  [/\u09CD\u200D?য(?!\u09BC)/g, ''],
  [/(?<=[কখগঘঙচছজঝটঠডঢণতথদধনশষসহ])্ব/g, ''],
];

const CONSONANTS: Readonly<Record<string, string>> = {
  ...spread('কখ', 'k'),
  ...spread('গঘ', 'g'),
  ...spread('ঙংণনঞ', 'n'),
  ...spread('জঝয', 'j'),
  ...spread('টঠতথৎ', 't'),
  ...spread('ডঢদধ', 'd'),
  ...spread('পফ', 'p'),
  ...spread('বভ', 'b'),
  // Latin letters seldom tell চ and ছ from স: bosor is বছর.
  ...spread('চছশষস', 's'),
  ...spread('র\u09DC\u09DD', 'r'),
  ...spread('ঋৃ', 'r'),
  ম: 'm',
  ল: 'l',
  হ: 'h',
};

/** As people write Bengali in Latin letters: the longest spelling of a sound first. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/ksh|kkh|ck|kh|q/g, 'k'],
  [/x/g, 'ks'],
  [/chh?/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/ngg?/g, 'n'],
  [/gh/g, 'g'],
  [/jh|z/g, 'j'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph|f/g, 'p'],
  [/bh|v/g, 'b'],
  [/sh/g, 's'],
  [/rh/g, 'r'],
];

/**
 * By what a Bengali word is found that somebody writes as it sounds: its consonants by their place in the mouth, an initial
 * vowel as `V`, doubled letters once. বন্যা is `bn`, ঘূর্ণিঝড় `grnjr`. Our own reduction of the sounds that Banglish does
 * not tell apart, after the idea of Soundex; checked on crowd-sourced pairs.
 */
export function phoneticKey(word: string): string {
  return ofBengali(normalise(word));
}

/**
 * The keys that a word in Latin letters may have, the likeliest first, at most four: bonna and banna have `bn`. A `c` is ক or
 * চ, a `g` before e and i গ or জ.
 */
export function latinPhoneticKeys(word: string): string[] {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const readings = [letters, letters.replace(/g(?=[eiy])/g, 'j')].flatMap((reading) => {
    const spelled = LATIN.reduce((text, [pattern, sound]) => text.replace(pattern, sound), reading);
    return [spelled.replace(/c/g, 'k'), spelled.replace(/c/g, 's')];
  });
  return [...new Set(readings.map(consonantsOfLatin))];
}

function consonantsOfLatin(spelled: string): string {
  const initial = /^[aeiouwy]/.test(spelled) ? 'V' : '';
  return initial + soundsOf(spelled.replace(/[aeiouwy]/g, VOWEL));
}

/** Stands between two consonants that are not joined, so that মামলা keeps both its ম and সম্মান does not. */
const VOWEL = '.';
const soundsOf = (letters: string) => letters.replace(/([^.])\1+/g, '$1').replaceAll(VOWEL, '');

function ofBengali(word: string): string {
  // Letters with a nukta as one code point each; what is left of য় is a glide.
  const composed = word
    .replace(/ড\u09BC/g, '\u09DC')
    .replace(/ঢ\u09BC/g, '\u09DD')
    .replace(/য\u09BC|\u09DF/g, '');
  const spoken = SPOKEN.reduce((text, [pattern, sound]) => text.replace(pattern, sound), composed);
  const initial = /^[অ-ঊএ-ঔ]/.test(spoken) ? 'V' : '';
  // A consonant that is not joined to the next has a vowel after it, written or not.
  const withVowels = spoken.replace(/([ক-হ\u09DC\u09DD])(?!\u09CD)/g, `$1${VOWEL}`);
  const sounds = [...withVowels].map((letter) => (letter === VOWEL ? VOWEL : (CONSONANTS[letter] ?? '')));
  return initial + soundsOf(sounds.join(''));
}

function spread(letters: string, sound: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, sound]));
}
