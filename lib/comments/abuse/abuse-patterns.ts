import type { AbuseKind } from './list/abuse-kinds';

const or = (words: string) => `(?:${words.split(' ').join('|')})`;
/** Up to so many words between two parts of a pattern. */
const gap = (most: number) => `(?:\\S+ ){0,${most}}`;

const VIOLENCE =
  '(?:মেরে ফেল|মাইরা ফ|মারিয়া ফেল|জবাই|জবেহ|গলা কা|গলা কে|কল্লা|কোপা|কুপা|কুপিয়ে|পুরিয়ে|পোরা|পিটিয়ে|পিটাইয়া|পিটায়া|পিটা|পেটা|গুলি ক|গুলি মে|ব্রাস ?ফায়ার|ক্রস ?ফায়ার|ফাসি|ঝুলি|ঝুলা|ঝোলা|জুতা|জুতিয়ে|লাথি|লাত্থি|থাপর|থাবর|চাবুক|খুন ক|হাত পা ভ|হাত কে|ঠ্যাং|পুতে|পুইতা|আগুন দি|চামরা|ন্যাংটা ক|উলংগ ক|ধোলাই|ধর্সন ক)';
const CALL = or(
  'উচিত উচিৎ দরকার লাগবে লাগে হোক হউক দাও দেন দিন দেয়া দেব দেবো দিব দিবো দিমু করব করবো করমু ফেলব ফেলবো ফেলমু ফালামু মারব মারবো মারমু মারো মারেন মার ভাংব ভাংমু চাই ছাড়া',
);
const TARGET = or(
  'তোরে তোকে তোদের তোদেরকে তোদেরে তোগো ওরে ওকে ওদের ওদেরকে এরে একে এদের এদেরকে এগুলারে এগুলাকে এইগুলারে এগুলোকে এসব সালারে সালাকে সালার সালাদের দালালদের জানোয়ারদের বাচ্চাদের বাচ্চাকে বাচ্চারে',
);

/** What says it without a listed word: threats, and wishes that somebody were dead. Over folded words with one space. */
const PATTERNS: readonly (readonly [AbuseKind, 1 | 2 | 3, RegExp])[] = (
  [
    ['threat', 3, `${TARGET} ${gap(4)}${VIOLENCE}\\S* ${gap(2)}${CALL}`],
    ['threat', 2, `${VIOLENCE}\\S* ${gap(2)}${CALL} `],
    ['threat', 2, `(?:সামনে|রাস্তায়|হাতে|কাছে) ${or('পাইলে পেলে পাই')} `],
    [
      'threat',
      2,
      `${or('তোর তোরে তোদের তোকে')} ${gap(3)}${or('খবর কপাল বারি বাসা ঠিকানা')} ${or('আছে করুম চিনি জানি দেখব')}`,
    ],
    ['death-wish', 3, `${or('মরে মরিস মরস মরে মরো মরেন')} ${or('না যা যাক যাস')} ${or('কেন ক্যান কেনো কেন')} `],
    ['death-wish', 3, `${or('কবে কখন')} ${gap(1)}${or('মরবে মরবি মরবেন মরব')} `],
    [
      'death-wish',
      2,
      `(?:মরলে|মারা গেলে|না থাকলে|মরে গেলে) ${gap(2)}${or('বাচে বাচি বাচতাম খুসি ভালো ভাল মিস্টি সান্তি উদ্ধার')}`,
    ],
    [
      'death-wish',
      3,
      `${or('মরন মৃত্যু ম্রিত্যু মউত ধ্বংস ধংস নির্বংস ক্যানসার ক্যান্সার কুস্ঠ এইডস পতন')} ${gap(1)}${or('হোক হউক কামনা কামনায়')} `,
    ],
    [
      'death-wish',
      3,
      `(?:গজব|ঠাডা|ঠাটা|বজ্র|বাজ|লানত|অভিসাপ) ${gap(3)}${or('পরুক পরুন পড়ুক নাজিল বর্সিত দিলাম দিচ্ছি লাগুক')}`,
    ],
    [
      'death-wish',
      2,
      `${or('বেচে বাইচা')} ${or('থেকে থাকার থাইকা আছে আছিস')} ${gap(2)}${or('লাভ অধিকার দরকার কেন কেনো ক্যান যোগ্য')}`,
    ],
    ['death-wish', 2, `(?:বাচার|থাকার) ${gap(1)}${or('অধিকার যোগ্যতা দরকার')} ${or('নাই নেই নেইকো নাইরে')}`],
    ['death-wish', 2, `(?:প্রিথিবীর|প্রিথিবির|দুনিয়ার|দেসের|সমাজের) ${or('বোঝা জঞ্জাল কিট আবর্জনা আপদ ক্যান্সার')}`],
    ['death-wish', 2, `(?:উঠিয়ে|উঠায়া|উঠাইয়া|তুলে|তুইলা) ${or('নিক নেও নাও নেন নেয় নিতো নিয়ে')}`],
    [
      'death-wish',
      2,
      `(?:ওপারে|কবরে|জাহান্নামে|দোজখে|নরকে|চিতায়) ${gap(1)}${or('যাক যা যাবি যাবে যাও পচুক পচবে পাঠা পাঠাও')}`,
    ],
    ['death-wish', 2, `(?:জানাজা|জানাজায়|লাস|লাসটা|কবর) ${gap(3)}${or('খুসি দেখতে মিস্টি আনন্দ মুতব মুতি')}`],
    ['insult', 2, `(?:জন্মের|বাপের|বংসের|চরিত্রের) ${gap(1)}${or('ঠিক দোস পরিচয়')} ${or('নাই নেই আছে')}`],
    ['insult', 2, `${or('মানুসের মানুস')} ${or('বাচ্চা জাত জাতের')} ${or('না নয়')}`],
    ['insult', 2, `(?:চেহারা|মুখ|থোবরা) ${gap(3)}${or('বমি সুয়োরের সুয়ারের কুত্তার বান্দরের পেত্নির পেতনির হনুমানের')}`],
    ['insult', 1, `(?:লজ্জা|সরম|বিবেক|মগজ|ঘিলু|বুদ্ধি|হায়া) ${gap(2)}${or('নাই নেই করে থাকা থাকলে')}`],
  ] as const
).map(([kind, strength, source]) => [kind, strength, new RegExp(`(?<= )${source}`, 'u')] as const);

/** Latin twins of the commonest. */
const LATIN: readonly (readonly [AbuseKind, 2 | 3, RegExp])[] = [
  [
    'threat',
    3,
    /(?<= )(?:tor|tore|toke|toder|oder|ore|oke|eder|egula\w*|salare|salar) (?:\S+ ){0,4}(?:mere|maira|jobai|jobe|kop\w*|pit\w+|guli|gulli|khun|juta\w*|fasi|fashi|lathi|thap\w+|porai?\w*) (?:\S+ ){0,2}(?:uchit|uchith|dorkar|felbo|felmu|dimu|dibo|debo|korbo|kormu|marbo|marmu|lagbe|hok|dao|den)/u,
  ],
  [
    'death-wish',
    3,
    /(?<= )(?:mor|more|moris|moros|morbi|morbe|moruk) (?:na|ja|tui|jas|jak) (?:keno|kno|kan|ken|kobe)? ?/u,
  ],
  [
    'death-wish',
    2,
    /(?<= )(?:kobe|kokhon) (?:\S+ )?morb[ie]|(?<= )beche theke ki|(?<= )morle (?:\S+ ){0,3}(?:bach\w*|valo|bhalo|khusi|khushi|misti|mishti)/u,
  ],
];

export interface PatternHit {
  kind: AbuseKind;
  strength: 1 | 2 | 3;
}

/** `tokens` as `abuseTokens` gives them. */
export function abusePatternsIn(tokens: readonly string[]): PatternHit[] {
  const line = ` ${tokens.join(' ')} `;
  return [...PATTERNS, ...LATIN]
    .filter(([, , pattern]) => pattern.test(line))
    .map(([kind, strength]) => ({ kind, strength }));
}
