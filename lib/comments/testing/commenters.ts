/** A reader or a spammer of a trial, with all that he will say. */
export interface TrialCommenter {
  name: string;
  email: string;
  isSpammer: boolean;
  says: string[];
}

const names =
  'রহিম করিম সালমা নাসরিন জাহিদ মিলন তানভীর শিউলি হাসান ফারুক রুমানা সুমন শারমিন আবির নীলা মাহবুব পলাশ জেসমিন আরিফ মুন্নি'.split(
    ' ',
  );
const surnames = 'উদ্দিন হোসেন বেগম ইসলাম আক্তার চৌধুরী সরকার মণ্ডল রহমান খাতুন'.split(' ');

const openings = [
  'প্রতিবেদনটি সময়োপযোগী,',
  'একমত হতে পারলাম না,',
  'আমাদের এলাকাতেও একই অবস্থা,',
  'ধন্যবাদ বার্তা,',
  'খবরটা পড়ে মন খারাপ হলো,',
  'দুঃখজনক হলেও সত্যি,',
  'আমি নিজে সেদিন সেখানে ছিলাম,',
  'এটা তো নতুন কিছু নয়,',
  'সাংবাদিক ভাইকে অনুরোধ,',
  'একটা প্রশ্ন ছিল,',
  'ছোটবেলার কথা মনে পড়ে গেল,',
  'সবাই শুধু দোষ দেন,',
];
const matters = [
  'ফেরিঘাটে আট ঘণ্টা বসে থেকে রোগী মারা গেলে তার দায় কে নেবে?',
  'বাজারে পেঁয়াজের কেজি ১২০ টাকা, বেতন কিন্তু সেই আগের জায়গাতেই।',
  'স্কুলের ছাদ দিয়ে পানি পড়ে, তিন বছরেও মেরামত হয়নি।',
  'মোবাইল ব্যাংকিংয়ে হাজারে ১৮ টাকা কাটে, গরিব মানুষ কোথায় যাবে।',
  'হাসপাতালে ডাক্তার আছেন দুজন, রোগী আসে চার শ।',
  'অনলাইনে জুয়ার ফাঁদে পড়ে আমার চাচাতো ভাই জমি বিক্রি করেছে।',
  'নদীভাঙনে ভিটা গেছে, ত্রাণ আসে কিন্তু ঘর আসে না।',
  'মেট্রোরেলের সময় রাত এগারোটা পর্যন্ত বাড়ানো উচিত।',
  'এই দলটার ফিল্ডিং ঠিক না হলে কোচ বদলে লাভ নেই।',
  'কৃষক ধানের দাম পায় না, অথচ চালের দাম কমে না।',
  'রাস্তা কাটা শেষ হয় না, ধুলায় বাচ্চাদের শ্বাসকষ্ট।',
  'বিদ্যুতের বিল এবার দ্বিগুণ এসেছে, অভিযোগ করেও লাভ হয়নি।',
  'ব্যাংকের লোন নিতে গেলে ঘুষ চায়, এ নিয়ে লেখা দরকার।',
  'গ্রামের লাইব্রেরিটা আবার চালু করা গেলে ছেলেমেয়েরা ফোন ছেড়ে বই ধরত।',
  'হাওরের বাঁধের কাজ সময়মতো শেষ না হলে আবার ফসল ডুববে।',
  'বাস ভাড়া নিয়ে রোজ ঝগড়া হয়, তালিকা টানানো বাধ্যতামূলক করা হোক।',
  'শিক্ষকদের আন্দোলন যৌক্তিক, তবে পরীক্ষার সময় ক্লাস বন্ধ রাখা ঠিক না।',
  'ডেঙ্গু নিয়ে সিটি করপোরেশনের ফ্রি পরীক্ষার কথা অনেকে জানেই না।',
  'প্রবাসীরা রেমিট্যান্স পাঠায়, বিমানবন্দরে সম্মানটুকু পায় না।',
  'শেয়ারবাজারে ছোট বিনিয়োগকারীর টাকা বারবার কেন যায়?',
];
const closings = [
  'কর্তৃপক্ষের নজর দেওয়া দরকার।',
  'আশা করি পরের পর্ব আসবে।',
  'সবাইকে ভাবতে হবে।',
  'আর কত দিন?',
  'ভুল বললে মাফ করবেন।',
  'সূত্র: https://bbs.gov.bd/page/report',
  'ভালো থাকবেন সবাই।',
  '',
  '',
  'আমার আম্মা বলেন, আগে এমন ছিল না।',
];

const pitches = [
  (n: number) => `ঘরে বসে দিনে ${n}০০০ টাকা ইনকাম করতে চান? টেলিগ্রাম গ্রুপে জয়েন করুন t.me/income${n}`,
  (n: number) => `সহজ শর্তে লোন, কোনো জামানত লাগবে না। কল করুন ০১৭${n}২-৩৪৫৬৭${n}`,
  (n: number) => `অনলাইন ক্যাসিনো খেলুন, প্রথম ডিপোজিটে ${n}০% বোনাস। রেজিস্ট্রেশন https://jeetbet${n}.xyz`,
  (n: number) =>
    `Earn $${n}00 daily from home, no experience. Join now https://fastcash${n}.top/ref whatsapp +88017${n}2345678`,
  (n: number) => `যৌন দুর্বলতার স্থায়ী সমাধান, শতভাগ গ্যারান্টি, হোয়াটসঅ্যাপ ০১৮${n}৩-৪৫৬৭৮${n}। গোপনে ডেলিভারি।`,
  (n: number) => `ফেসবুক পেজের ফলোয়ার ও লাইক কিনুন, ${n}০০০ ফলোয়ার মাত্র ২০০ টাকা, ইনবক্স করুন ০১৯${n}১২৩৪৫৬${n}`,
  (n: number) => `ফরেক্স ট্রেডিং শিখুন ফ্রি, আমাদের সিগনালে ৯${n}% গ্যারান্টি। লিংক bit.ly/fx-${n}`,
  (n: number) => `ইতালি ও কানাডার ভিসা প্রসেসিং, কাজ হলে টাকা। যোগাযোগ ০১৬${n}৪-৫৬৭৮৯${n}, অফিস পল্টন`,
];
/** The hard ones: no link and no number in the first words, or a civil sentence before the pitch. */
const softPitches = [
  (n: number) =>
    `খবরটি খুব ভালো লেগেছে। যাঁরা বাড়তি আয় করতে চান, আমার প্রোফাইলের লিংকে ক্লিক করে রেফার কোড বোনাস${n} দিন।`,
  (n: number) =>
    `আমি এই অ্যাপ থেকে মাসে ${n}০ হাজার টাকা ইনকাম করছি, আপনারাও ডাউনলোড করুন, বিকাশে পেমেন্ট। গুগলে লিখুন takaearn${n}`,
  (n: number) => `লেখাটা দারুণ! আমাদের শোরুমে শাড়ির ওপর ${n}০% ডিসকাউন্ট অফার চলছে, অর্ডার করতে ইনবক্স করুন।`,
];

/** 170 readers of one to three comments, 30 spammers of two to four: always the same ones for a seed. */
export function trialCommenters(seed = 4): TrialCommenter[] {
  const next = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const readers = Array.from({ length: 170 }, (_, at) => ({
    name: `${pick(names)} ${pick(surnames)}`,
    email: `reader${at}@mail.example`,
    isSpammer: false,
    says: Array.from({ length: 1 + next(3) }, () =>
      `${pick(openings)} ${pick(matters)} ${pick(closings)}`.trim(),
    ),
  }));
  const spammers = Array.from({ length: 30 }, (_, at) => ({
    name: at % 5 === 0 ? 'Best Offer BD' : `${pick(names)} ${pick(surnames)}`,
    email: `seller${at}@mail.example`,
    isSpammer: true,
    says: Array.from({ length: 2 + next(3) }, (_, nth) => {
      const pitch = at % 4 === 3 ? pick(softPitches) : pick(pitches);
      return `${nth > 0 && next(2) === 0 ? `${pick(openings)} ` : ''}${pitch(1 + next(9))}`;
    }),
  }));
  return [...readers, ...spammers];
}

/** All that they say, in the order of one busy evening. */
export function trialEvening(commenters: readonly TrialCommenter[], seed = 4) {
  const next = dice(seed + 1);
  const posts = commenters.flatMap((by) => by.says.map((body) => ({ by, body })));
  return posts
    .map((post) => ({ post, at: next(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ post }) => post);
}

/** A small generator of its own (mulberry32), so that a trial is the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
