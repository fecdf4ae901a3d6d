import { fromBengaliDigits } from '../digits.ts';
import { normalise } from '../normalise.ts';

const VOWELS: Readonly<Record<string, string>> = {
  অ: 'o',
  আ: 'a',
  ই: 'i',
  ঈ: 'i',
  উ: 'u',
  ঊ: 'u',
  ঋ: 'ri',
  এ: 'e',
  ঐ: 'oi',
  ও: 'o',
  ঔ: 'ou',
};
const SIGNS: Readonly<Record<string, string>> = {
  'া': 'a',
  'ি': 'i',
  'ী': 'i',
  'ু': 'u',
  'ূ': 'u',
  'ৃ': 'ri',
  'ে': 'e',
  'ৈ': 'oi',
  'ো': 'o',
  'ৌ': 'ou',
};
const CONSONANTS: Readonly<Record<string, string>> = {
  ক: 'k',
  খ: 'kh',
  গ: 'g',
  ঘ: 'gh',
  ঙ: 'ng',
  চ: 'ch',
  ছ: 'chh',
  জ: 'j',
  ঝ: 'jh',
  ঞ: 'n',
  ট: 't',
  ঠ: 'th',
  ড: 'd',
  ঢ: 'dh',
  ণ: 'n',
  ত: 't',
  থ: 'th',
  দ: 'd',
  ধ: 'dh',
  ন: 'n',
  প: 'p',
  ফ: 'f',
  ব: 'b',
  ভ: 'bh',
  ম: 'm',
  য: 'j',
  র: 'r',
  ল: 'l',
  শ: 'sh',
  ষ: 'sh',
  স: 's',
  হ: 'h',
  ৰ: 'r',
  ৱ: 'w',
  ড়: 'r',
  ঢ়: 'rh',
  য়: 'y',
};
const OTHERS: Readonly<Record<string, string>> = { ৎ: 't', 'ং': 'ng', 'ঃ': 'h', 'ঁ': '', '।': '.' };

/**
 * Transliterates Bengali as newspapers spell names (খবর khobor, বাংলাদেশ bangladesh), not by a scholarly scheme. Characters
 * without a Latin letter are unchanged. Not reversible.
 */
export function toLatin(text: string): string {
  // A letter with its nukta is matched as one.
  const letters = fromBengaliDigits(normalise(text)).match(/[ডঢয]\u09BC|[\s\S]/gu) ?? [];
  let latin = '';
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] ?? '';
    const sound = CONSONANTS[letter];
    if (sound !== undefined) {
      const next = letters[i + 1] ?? '';
      const conjunct = letters[i - 1] === '\u09CD';
      // য after a hasanta is heard as a lengthened y: বিদ্যালয় bidyaloy.
      latin += letter === 'য' && conjunct ? 'y' : sound;
      if (!(next in SIGNS) && next !== '\u09CD' && next !== '\u200D' && hasVowel(next, conjunct))
        latin += 'o';
    } else {
      latin += VOWELS[letter] ?? SIGNS[letter] ?? OTHERS[letter] ?? (isSilent(letter) ? '' : letter);
    }
  }
  return latin.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
}

/** A consonant at the end of a word closes it (khobor), unless a conjunct needs a vowel to be said (jonno). */
function hasVowel(next: string, conjunct: boolean): boolean {
  return conjunct || next in CONSONANTS || next in VOWELS || (next !== '' && 'ৎংঃঁ'.includes(next));
}

function isSilent(letter: string): boolean {
  return letter === '\u09CD' || letter === '\u200C' || letter === '\u200D' || letter === '\u09BC';
}
