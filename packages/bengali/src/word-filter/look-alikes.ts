const LEET_SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '০': 'o',
};

/** Letters of other alphabets that look like Latin ones, each followed by the Latin letter. */
const HOMOGLYPHS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa еe оo рp сc уy хx іi ѕs јj ԁd ԛq ԝw һh кk мm тt вb нh ' +
    'АA ВB ЕE ЗE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ ' +
    'οo αa ιi ρp νv υu τt κk χx εe γy ' +
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
    'ɑa ɡg ıi ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz օo øo łl đd ħh ŧt ØO ŁL ĐD ĦH ŦT'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** First code points of the boxed and circled alphabets that NFKC does not fold. */
const BOXED_ALPHABETS = [0x1f150, 0x1f170];
/** A regional indicator letter on its own; two in a row are a flag. */
const SINGLE_FLAG_LETTER = /(?<!\p{RI})\p{RI}(?!\p{RI})/gu;

/**
 * Replaces letters that look like Latin ones by the Latin letter. Call it before lower-casing: Н looks like H, and its small
 * letter like no Latin one.
 */
export function foldHomoglyphs(text: string): string {
  return text
    .replace(/[^\0-\x7F\u0900-\u09FF]/gu, (letter) => HOMOGLYPHS[letter] ?? boxedLetter(letter) ?? letter)
    .replace(SINGLE_FLAG_LETTER, (letter) => latinAt(codePointOf(letter) - 0x1f1e6));
}

function boxedLetter(letter: string): string | undefined {
  const place = BOXED_ALPHABETS.map((first) => codePointOf(letter) - first).find((at) => at >= 0 && at < 26);
  return place === undefined ? undefined : latinAt(place);
}

const codePointOf = (letter: string) => letter.codePointAt(0) ?? 0;
const latinAt = (place: number) => String.fromCharCode(0x61 + place);

/** Replaces digits and signs in Latin words by letters: 0 and ০ by o, ! between letters by i, | and 1 by `upright`. */
export function foldLeetspeak(text: string, upright: 'i' | 'l'): string {
  return text
    .replace(/(?<=[a-z])!(?=[a-z])/g, 'i')
    .replace(/(?<=[a-z])\|(?=[a-z])/g, upright)
    .replace(/[\p{L}\p{M}\p{N}@$]+/gu, (word) =>
      /[a-z]/.test(word)
        ? word.replace(/[01345@$০]/g, (sign) => (sign === '1' ? upright : (LEET_SIGNS[sign] ?? sign)))
        : word,
    );
}
