/** How the last sound of a name takes case endings. */
export type NameEnding = 'consonant' | 'a' | 'vowel' | 'glide';

const HASANTA = '\u09CD';

/** Words of one syllable whose vowel takes য় before -এর: মায়ের, চায়ের, গাঁয়ের, ঘিয়ের, শোয়ের; স্ত্রী and ফ্লু do not. */
const SHORT_WORDS = new Set(['মা', 'পা', 'গা', 'চা', 'ঘা', 'ছা', 'গাঁ', 'ঘি', 'ঝি', 'শো', 'থ্রো']);
/** Words whose last consonant keeps its vowel in speech, without a sign for it in writing: বড়র, ছোটর. */
const OPEN_WORDS = new Set(['বড\u09BC', 'ছোট', 'মেজ', 'সেজ']);

/** The ending of a word that ends in a Bengali letter; the word is in NFC. */
export function bengaliEnding(word: string): NameEnding {
  if (SHORT_WORDS.has(word)) return 'glide';
  if (OPEN_WORDS.has(word)) return 'vowel';
  const bare = word.replace(/\u0981$/, '');
  const last = bare.at(-1) ?? '';
  const before = bare.at(-2) ?? '';
  if (last === 'া' || last === 'আ') return 'a';
  // The হ of Arabic names is not heard after a doubled consonant: আব্দুল্লাহর, জিন্নাহর.
  if (/([ক-হ])\u09CD\1াহ$/.test(word)) return 'vowel';
  // The name of the letter U (আইসিইউর) is open, and other উ closes a diphthong (বউয়ের, অ্যাভিনিউয়ের).
  if (last === 'উ') return before === 'ই' ? 'vowel' : 'glide';
  if (last === 'ই' || last === 'ৈ' || last === 'ৌ' || last === 'ং') return 'glide';
  // ঠাকুরগাঁওয়ের, but ভিডিওর.
  if (last === 'ও') return /[\u09BE\u0981]/.test(before) ? 'glide' : 'vowel';
  return /[\u09BF-\u09CC\u0985-\u0994]/.test(last) ? 'vowel' : 'consonant';
}

const VOWEL_LETTERS = /[BCDEGJKPTUVWOQAbcdegjkptuvwoqa]/;

/** The ending of a word in Latin letters as it is read in Bengali: BBC বিবিসি, Barta বার্তা, Google গুগল. */
export function latinEnding(word: string): NameEnding {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  // An abbreviation is read letter by letter, and নাসা or ইউনেসকো cannot be told from one.
  if (/^[A-Z]{1,5}$/.test(plain) || /[0-9][A-Z]$/.test(plain))
    return VOWEL_LETTERS.test(plain.at(-1) ?? '') ? 'vowel' : 'consonant';
  const end = plain.toLowerCase();
  if (/a$/.test(end)) return 'a';
  if (/(?:[iou]|ee|ie|ye|[^aeiou]y|[ae]y|[oe]w)$/.test(end)) return 'vowel';
  return 'consonant';
}

/** Words whose ং goes back to ঙ before a vowel: রঙের; foreign ones keep it: মিটিংয়ের. */
const NG_WORDS = new Set(['রং', 'ঢং', 'ব্যাং']);

/** The word as it stands before a vowel: বিদ্যুৎ → বিদ্যুত, দিক্ → দিক, রং → রঙ. */
export function beforeVowel(word: string): string {
  if (word.endsWith('ৎ')) return `${word.slice(0, -1)}ত`;
  if (NG_WORDS.has(word)) return `${word.slice(0, -1)}ঙ`;
  return word.replace(new RegExp(`${HASANTA}\u200C?$`), '');
}
