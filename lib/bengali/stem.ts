/**
 * The endings of Bengali nouns, outermost first: emphasis, then case, then number or article. At most one of each is
 * taken off, so that চালকের (the driver's) gives চালক and never চাল (rice).
 */
const EMPHASES = ['ই', 'ও'];

interface Ending {
  text: string;
  /** What the rest must end in for this to be an ending. */
  after: 'vowel' | 'consonant' | 'any';
  /** How many letters must be left at least. চার is not a form of চা, চাগুলো is. */
  leaves: number;
}

const CASES: readonly Ending[] = [
  { text: 'র', after: 'vowel', leaves: 2 },
  { text: 'ের', after: 'consonant', leaves: 1 },
  { text: 'এর', after: 'any', leaves: 1 },
  { text: 'কে', after: 'any', leaves: 1 },
  { text: 'ে', after: 'consonant', leaves: 2 },
  { text: 'য়', after: 'vowel', leaves: 2 },
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

const NUMBERS: readonly Ending[] = ['টি', 'টা', 'গুলো', 'গুলি', 'গুলা', 'সমূহ', 'বৃন্দ', 'গণ'].map((text) => ({
  text,
  after: 'any',
  leaves: text.length > 2 ? 1 : 2,
}));

/** Whole words that only look inflected, and would be taken for forms of another word in the news. */
const WHOLE: ReadonlySet<string> = new Set(
  (
    'আমরা তোমরা তারা যারা কারা আমার আমাদের তোমার তোমাদের তাদের যাদের তাকে যাকে কাকে আমাকে তোমাকে ' +
    'করে করের থেকে বলে হয়ে দিয়ে নিয়ে গিয়ে চলে ধরে মেরে পেয়ে খেয়ে যেয়ে চেয়ে রেখে দেখে শুনে বসে এসে উঠে পড়ে লড়ে কেটে ' +
    'ঘটে ফেলে তুলে খুলে জেনে বুঝে পরে প্রতিটি জনগণ ' +
    'আদায় উপায় বিদায় সহায় সম্প্রদায় অধ্যায় ন্যায় ব্যবসায় পর্যায় সমবায় জানায় পাঠায় চালায় ' +
    'কোটি মাটি বাটি কমিটি ঘাঁটি খাঁটি ছুটি জুটি রুটি ত্রুটি পরিপাটি ঘণ্টা ঘন্টা ' +
    'সরকার বাজার হাজার পরিবার খাবার আবার এবার প্রচার বিচার ব্যবহার উপহার পাহারা চেহারা ইশারা ক্যামেরা সেবার ' +
    'জুলাই লড়াই সবাই যাচাই বাছাই ছাঁটাই সিলাই কসাই রেডিও ভিডিও আরও কেউই'
  ).split(' '),
);

/** A dictionary's forms that a word may be an inflection of, itself first. For search: two words match if they share one. */
export function stems(word: string): string[] {
  const found = new Set([word]);
  const add = (rest: string) => {
    if (rest !== word) found.add(rest);
    if (!WHOLE.has(rest)) for (const bare of without(NUMBERS, rest)) found.add(bare);
  };

  for (const said of [word, ...withoutEmphasis(word)]) {
    add(said);
    if (WHOLE.has(said)) continue;
    for (const bare of without(CASES, said)) add(bare);
    for (const bare of withoutGlide(said)) add(bare);
  }
  return [...found];
}

/** The shortest of them: one name for all forms of most words. Light: no verbs, no derivation. For search only. */
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
    if (after !== 'any' && (after === 'vowel') !== endsInVowel(rest)) continue;
    rests.push(rest);
  }
  return rests;
}

function withoutGlide(word: string): string[] {
  return GLIDES.filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
    .filter(
      (rest) => (lettersIn(rest) === 1 && endsInVowel(rest)) || (lettersIn(rest) > 1 && /[ইউওংঁ]$/.test(rest)),
    );
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
