import { irregularRoots, rootsOfPerfects } from './irregular-verbs.ts';

/**
 * The endings of Bengali nouns, outermost first: emphasis, then case, then number or article. At most one of each is
 * taken off, so that চালকের (the driver's) gives চালক and never চাল (rice).
 */
const EMPHASES = ['ই', 'ও'];

interface Ending {
  text: string;
  /** What the rest must end in for this to be an ending. */
  after: 'vowel' | 'open vowel' | 'consonant' | 'any';
  /** How many letters must be left at least. চার is not a form of চা, চাগুলো is. */
  leaves: number;
}

const CASES: readonly Ending[] = [
  { text: 'র', after: 'vowel', leaves: 2 },
  { text: 'ের', after: 'consonant', leaves: 1 },
  { text: 'এর', after: 'any', leaves: 1 },
  { text: 'কে', after: 'any', leaves: 1 },
  { text: 'ে', after: 'consonant', leaves: 2 },
  // Not after ি and ু: পানীয় (a drink) is not in পানি (water), nor জাতীয় in জাতি.
  { text: 'য়', after: 'open vowel', leaves: 2 },
  { text: 'তে', after: 'vowel', leaves: 2 },
  { text: 'এ', after: 'any', leaves: 2 },
  { text: 'রা', after: 'any', leaves: 2 },
  { text: 'েরা', after: 'consonant', leaves: 2 },
  { text: 'দের', after: 'any', leaves: 2 },
  { text: 'েদের', after: 'consonant', leaves: 2 },
  { text: 'দেরকে', after: 'any', leaves: 2 },
  { text: 'সহ', after: 'any', leaves: 2 },
];

/** After a short word in a vowel (চায়ের, মায়ের) or one in ই, উ, ও (বইয়ের, ভাইয়ে). */
const GLIDES = ['য়ের', 'য়ে', 'য়েরা', 'য়েদের'];

const NUMBERS: readonly Ending[] = ['টি', 'টা', 'গুলো', 'গুলি', 'গুলা', 'টুকু', 'সমূহ', 'বৃন্দ', 'গণ'].map((text) => ({
  text,
  after: 'any',
  leaves: text.length > 2 ? 1 : 2,
}));

/** Forms of verbs in ে: neither inflected nouns, nor what a noun in ের is an inflection of (করের is of কর). */
const VERB_FORMS: ReadonlySet<string> = new Set(
  (
    'করে থেকে বলে হয়ে দিয়ে নিয়ে গিয়ে চলে ধরে মেরে পেয়ে খেয়ে যেয়ে চেয়ে রেখে দেখে শুনে বসে এসে উঠে পড়ে লড়ে কেটে ' +
    'ঘটে ফেলে তুলে খুলে জেনে বুঝে ফিরে'
  ).split(' '),
);

/** Whole words that only look inflected, and would be taken for forms of another word in the news. */
const WHOLE: ReadonlySet<string> = new Set(
  (
    'আমরা তোমরা তারা যারা কারা আমার আমাদের তোমার তোমাদের তাদের যাদের তাকে যাকে কাকে আমাকে তোমাকে ' +
    'পরে প্রতিটি জনগণ ' +
    'আদায় উপায় বিদায় সহায় সম্প্রদায় অধ্যায় ন্যায় ব্যবসায় পর্যায় সমবায় জানায় পাঠায় চালায় ' +
    'কোটি মাটি বাটি কমিটি ঘাঁটি খাঁটি ছুটি জুটি রুটি ত্রুটি পরিপাটি ঘণ্টা ঘন্টা ' +
    'সরকার বাজার হাজার পরিবার খাবার আবার এবার প্রচার বিচার ব্যবহার উপহার পাহারা চেহারা ইশারা ক্যামেরা সেবার ' +
    'জুলাই জামাই মাগুরা সাতক্ষীরা লড়াই সবাই যাচাই বাছাই ছাঁটাই সিলাই কসাই রেডিও ভিডিও আরও কেউই'
  ).split(' '),
);

/** What is said behind digits: ৫টি, ২টার, ১৬ই, ৭ম stays. */
const BEHIND_DIGITS = /^([0-9০-৯]+)(?:টি|টা|টির|টার|টায়|টিতে|টিকে|টিও|টিই|জন|জনের|জনকে|ই|এ|এর|ের|র|ে|তে|কে|শ)$/;

/** The dictionary forms that a word may be an inflection of, the word itself first. Two words match if they share one. */
export function stems(word: string): string[] {
  const counted = BEHIND_DIGITS.exec(word)?.[1];
  const found = new Set(counted === undefined ? [word] : [word, counted]);
  const add = (rest: string) => {
    if (rest !== word && !VERB_FORMS.has(rest)) found.add(rest);
    if (!WHOLE.has(rest)) for (const bare of without(NUMBERS, rest)) found.add(bare);
  };

  for (const said of [word, ...withoutEmphasis(word)]) {
    add(said);
    if (WHOLE.has(said) || VERB_FORMS.has(said)) {
      found.add(said);
      continue;
    }
    for (const bare of without(CASES, said)) add(bare);
    for (const bare of withoutGlide(said)) add(bare);
  }
  return [...found];
}

/** The shortest of `stems`: the same for all forms of most nouns. No verbs, no derivation. For search, not for display. */
export function stem(word: string): string {
  let shortest = word;
  for (let i = 0; i < 4; i++) {
    const next = stems(shortest).reduce((a, b) => (b.length < a.length ? b : a));
    if (next === shortest) break;
    shortest = next;
  }
  return shortest;
}

function withoutEmphasis(word: string): string[] {
  if (WHOLE.has(word)) return [];
  return EMPHASES.filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
    .filter((rest) => lettersIn(rest) >= 2 && !rest.endsWith(HASANTA));
}

function without(endings: readonly Ending[], word: string): string[] {
  const rests: string[] = [];
  for (const { text, after, leaves } of endings) {
    if (!word.endsWith(text)) continue;
    const rest = word.slice(0, -text.length);
    if (lettersIn(rest) < leaves || rest.endsWith(HASANTA)) continue;
    if (
      after === 'open vowel'
        ? !/[ােোআএও]$/.test(rest)
        : after !== 'any' && (after === 'vowel') !== endsInVowel(rest)
    )
      continue;
    rests.push(rest);
  }
  return rests;
}

function withoutGlide(word: string): string[] {
  return GLIDES.filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
    .filter(
      (rest) =>
        (lettersIn(rest) === 1 && (endsInVowel(rest) || rest.endsWith('ং'))) ||
        (lettersIn(rest) > 1 && /[ইউওংঁ]$/.test(rest)),
    );
}

/** Endings of finite verbs, longest first; what tense and person they say does not matter here. */
const VERB_ENDINGS = (
  'চ্ছিলেন চ্ছিলাম চ্ছিল চ্ছেন চ্ছি চ্ছে েছিলেন েছিলাম েছিল েছেন েছি েছে ছিলেন ছিলাম ছিল ছেন ছি ছে ' +
  'লেন লাম লো লে ল বেন বো বে ব তেন তাম তে'
).split(' ');

/** Nouns and others that would be taken for verbs whose forms stand in the news. */
const NO_VERBS: ReadonlySet<string> = new Set(
  'আসল কাছে গাছে মাছে পাছে নাচে আগামীতে অনুষ্ঠান বিকেলে সকালে করতে হতে থাকলে হলে বলেন বলে'.split(' '),
);

/**
 * The root of a finite verb: কমেছে, কমছে, কমবে and কমল are all of কম, জানিয়েছেন and জানাবেন of জানা, and by a table
 * দেয়, দিয়েছে and দিল of দে. Null if a word has no such ending. The root is no word, and may look like one (বইছে is of বই, the book is not): compare it with roots
 * only. For search only.
 */
export function verbRoot(word: string): string | null {
  const irregular = irregularRoots.get(word);
  if (irregular) return irregular;
  if (NO_VERBS.has(word)) return null;
  for (const ending of VERB_ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    // Verbs in -আ change it before the perfect: জানিয়েছে, জানাবে.
    if (ending.startsWith('েছ') && rest.endsWith('িয়')) return rootIn(`${rest.slice(0, -'িয়'.length)}া`);
    if (ending.startsWith('চ্ছ') !== (endsInVowel(rest) && ending.includes('ছ'))) continue;
    const root = rootIn(rest);
    return (ending.startsWith('েছ') && root && rootsOfPerfects.get(root)) || root;
  }
  return null;
}

function rootIn(rest: string): string | null {
  // Roots end in a consonant or in আ; what else comes before such an ending is a noun: নদীতে, মেয়েতে.
  return lettersIn(rest) >= 2 && !/[\u0985-\u0994\u09BF-\u09CD\u0981-\u0983]$/.test(rest) ? rest : null;
}

const HASANTA = '\u09CD';

function endsInVowel(word: string): boolean {
  return /[\u0985-\u0994\u09BE-\u09CC]\u0981?$/.test(word);
}

/** Letters as syllables are written: conjuncts once, signs with their letter. Counts no further than needed. */
function lettersIn(word: string): number {
  let count = 0;
  let joined = false;
  for (const letter of word) {
    if (/[\p{L}\p{N}]/u.test(letter)) {
      if (!joined) count++;
      joined = false;
    } else {
      joined = letter === HASANTA;
    }
    if (count > 2) break;
  }
  return count;
}
