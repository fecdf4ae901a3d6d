import { foldSpelling } from '@barta/bengali/search/fold-spelling';
import { foldHomoglyphs, foldLeetspeak } from '@barta/bengali/word-filter/look-alikes';
import { collapseRepeats, removeDisguise } from '@barta/bengali/word-filter/remove-disguise';

/** More than anybody reads before deciding; a longer text costs no more than this. */
const LONGEST = 3_000;

/**
 * The words of a text as abuse is compared: without disguise (invisible signs, look-alike letters, letters drawn out or set
 * apart, signs and digits among letters), in one spelling. Masks, `ম**`, stay as asterisks within their word.
 */
export function abuseTokens(text: string): string[] {
  const bare = removeDisguise(foldHomoglyphs(text.slice(0, LONGEST)));
  const read = collapseRepeats(foldLeetspeak(bare, 'i').replace(SIGN_INSIDE, ''), '$1');
  const tokens = (read.match(TOKEN) ?? []).map(foldWord);
  return joinSpacedLetters(tokens);
}

/** Signs between two letters of one word: কু*ত্তা, কু.ত্তা, f-u-c-k. A mask for whole letters is longer or ends the word. */
const SIGN_INSIDE = /(?<=[\p{L}\p{M}])[_|·•~^+=.\-#@!$%&/\\]{1,2}(?=[\p{L}\p{M}])/gu;
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:\*+[\p{L}\p{M}\p{N}]*)*|\n/gu;

export function foldWord(word: string): string {
  if (/^[ -~]+$/.test(word)) return word;
  return foldSpelling(word)
    .replace(/[ষশ]/g, 'স')
    .replace(/ড়|ঢ়/g, 'র')
    .replace(/য়/g, 'য়')
    .replace(/ঁ/g, '')
    .replace(/ৃ/g, '্রি')
    .replace(/চ্ছ/g, 'চ্চ')
    .replace(/উচিৎ/g, 'উচিত');
}

/** Letters that were set apart, three or more of them, are put together again. */
function joinSpacedLetters(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let end = at;
    while (end < tokens.length && isLetter(tokens[end] ?? '')) end += 1;
    if (end - at < 3) {
      joined.push(tokens[at] ?? '');
      continue;
    }
    // An ending may hang on the last letter, as in কু ত্তা র বাচ্চা, or দা লা লকে.
    joined.push(collapseRepeats(tokens.slice(at, end).join(''), '$1'));
    at = end - 1;
  }
  return joined;
}

const ONE_LETTER =
  /^(?:[a-z]|[\u0985-\u09b9\u09ce\u09df](?:\u09cd[\u0995-\u09b9])*[\u09bc\u09be-\u09cc\u0981-\u0983]*)$/u;

function isLetter(token: string): boolean {
  return token.length <= 6 && ONE_LETTER.test(token);
}

/** One key for the ways in which a Bengali word is typed in Latin letters: khanki, kanki, khankee. */
export function latinKey(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/bh/g, 'v')
    .replace(/kh|q/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/c+h+/g, 'c')
    .replace(/s+h+/g, 's')
    .replace(/th/g, 't')
    .replace(/dh/g, 'd')
    .replace(/jh|z/g, 'j')
    .replace(/ck/g, 'k')
    .replace(/ee/g, 'i')
    .replace(/oo|w/g, 'u')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}
