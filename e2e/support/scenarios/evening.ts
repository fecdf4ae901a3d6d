/**
 * A judged evening: readers and spammers who post by HTTP as browsers do, and a moderator who works by keys. Its texts
 * are not those that the filter's weights were set with (lib/comments/testing/commenters.ts). Imports nothing of ours,
 * so that bench/evening.mjs can use it as it stands.
 */
import type { Page } from '@playwright/test';

export interface EveningComment {
  who: number;
  name: string;
  email: string;
  /** An address of the sender's own network. */
  from: string;
  body: string;
  isSpam: boolean;
}

const places = 'রাজবাড়ী কুড়িগ্রাম পটিয়া সাভার ঝিনাইদহ মাধবপুর বরগুনা টঙ্গী ফেনী নীলফামারী'.split(' ');
const givenNames = 'আফসানা মিজান তাসনিম রাকিব জোহরা শফিক মৌসুমী ইমরান পারভীন নাঈম সাদিয়া বাবলু'.split(' ');
const familyNames = 'খান পাল শেখ সুলতানা মোল্লা দাস কাজী হালদার'.split(' ');

/** Civil, angry, short, long; some with money, a number or an address in them, as readers' comments are. */
const opinions: ((place: string, n: number) => string)[] = [
  (place) => `আমাদের ${place}-এ গত বর্ষায় একই জায়গায় তিনবার বাঁধ ভেঙেছে, কেউ দেখতেও আসেনি।`,
  (place, n) => `${place} থেকে ঢাকা যেতে এখন ${n + 3} ঘণ্টা লাগে, অথচ ভাড়া বেড়েছে ${n}০ টাকা।`,
  () => 'সংখ্যাগুলো কোন জরিপ থেকে নেওয়া, একটু উল্লেখ করলে ভালো হতো।',
  (_, n) => `গত বছর কৃষি ব্যাংক থেকে ${n}০ হাজার টাকা ঋণ নিয়েছিলাম, সুদ মওকুফের কথা শুনেছি কিন্তু কাগজ পাইনি।`,
  () => 'শিরোনাম আর ভেতরের লেখা মেলে না। এভাবে পাঠক টানা ঠিক না।',
  (place) => `আমি ${place}-এর একজন স্কুলশিক্ষক। নতুন বই জানুয়ারিতে নয়, মার্চে পেয়েছি।`,
  () => 'এ নিয়ে অভিযোগ জানাতে ৩৩৩ নম্বরে ফোন করেছিলাম, কাজ হয়েছে। অন্যরাও করতে পারেন।',
  () => 'দোষ শুধু সরকারের না, আমরাও নালায় পলিথিন ফেলি।',
  (_, n) => `চালের কেজি ${n + 60} টাকা, ডিমের হালি ৫৫। মধ্যবিত্ত কী খাবে?`,
  () => 'ছবিটা কবে তোলা? মনে হচ্ছে গত বছরের।',
  (place) => `${place} সদর হাসপাতালে এক্স-রে মেশিন নষ্ট, বাইরে থেকে করাতে হয়। এটা নিয়েও লিখুন।`,
  () => 'চমৎকার লেখা, বিশেষ করে শেষ অংশটা। লেখককে ধন্যবাদ।',
  () => 'একমত নই। বেতন না বাড়িয়ে শুধু জরিমানা করলে চালকেরা আরও বেপরোয়া হবে।',
  () => 'বিকাশে ভুল নম্বরে টাকা গেলে ফেরত পেতে থানায় জিডি করতে হয়, এই নিয়মটাও লিখে দিলে মানুষের উপকার হতো।',
  (place) => `বইমেলায় ${place}-এর লেখকদের বই কোন স্টলে পাব কেউ বলবেন?`,
  () => 'মূল প্রতিবেদনটা এখানে আছে: https://www.who.int/reports দেখে নিন, ২৪ নম্বর পৃষ্ঠা।',
  () => 'মেয়েদের ফুটবলে পুরস্কারের টাকা ছেলেদের অর্ধেক কেন, সেই প্রশ্ন কেউ করে না।',
  (_, n) => `আমার বাবা ${n + 1}০ বছর ধরে জাহাজে ছিলেন, তিনি বলতেন নদী কাউকে মাফ করে না।`,
  () => 'আরে ভাই, আইন আছে প্রয়োগ নাই!',
  () => 'হাসি পেল পড়ে। এই রাস্তা উদ্বোধনই তো হয়েছে তিনবার।',
  () => 'অনলাইনে কেনাকাটায় ৫০ শতাংশ ছাড়ের ফাঁদে পড়ে ঠকেছি। সবাই সাবধান, আগে টাকা দেবেন না।',
  (place) => `বিদ্যুৎ যায় দিনে পাঁচবার। ${place} পল্লী বিদ্যুতে ফোন দিলে কেউ ধরে না।`,
  () => 'তদন্ত কমিটি হয়, প্রতিবেদন আর আলোর মুখ দেখে না।',
  () => 'প্রশ্ন: ভর্তি পরীক্ষার তারিখ কি তাহলে পেছাচ্ছে?',
  () => 'গবেষণার নমুনা মাত্র দুই শ জনের, এত বড় সিদ্ধান্তে আসা যায় না।',
  (_, n) => `মেট্রোর কার্ডে ${n}০০ টাকা রিচার্জ করেছি, মেশিনে আটকে আছে। কোথায় অভিযোগ করব?`,
  () => 'আমিন। আল্লাহ সবাইকে হেফাজত করুন।',
  () => 'নির্লজ্জ! নির্লজ্জ! আর কত টাকা খেলে পেট ভরবে?',
  (_, n) => `👏👏 ${n} বছর পর একটা ভালো খবর ❤️`,
  (place) => `“কেউ দায় এড়াতে পারে না”, বলেছেন তিনি। ${place}-এর বাঁধ ভাঙার দায় তাহলে কার?`,
  (_, n) => `আগের খবরে লিখেছিলেন ${n + 4} জন, এখানে ${n + 7}। কোনটা ঠিক? আগেরটা: /international/1`,
  () => 'ক্যাসিনো কাণ্ডের আসামিরা জামিনে, আর অনলাইন বেটিং চলছে প্রকাশ্যে। বন্ধ করুন এসব!',
  (place) => `টেলিগ্রাম-হোয়াটসঅ্যাপে গুজব ছড়িয়ে ${place}-এ মারামারি বাধাল, কেউ ধরা পড়ল না।`,
  (_, n) => `লটারিতে ভর্তি, ${n}০ কিলোমিটার দূরে স্কুল। বাচ্চাটা যাবে কীভাবে?`,
  (place) => `রক্ত লাগলে ${place} সদরের সন্ধানীতে যাওয়া যায়, আমার মায়ের জন্য পেয়েছিলাম।`,
  (_, n) => `> ভাড়া বাড়ছে ${n} টাকা\nবেতন তো বাড়ে না, এই হিসাব কে করবে?`,
  () => 'khub bhalo likhechen, tobe shesh onkhota thik moto milche na',
  () => 'এ দেশে গ ণ ত ন্ত্র কোথায়, আর আ ই ন কার জন্য?',
  (_, n) => `জন্মসনদে ভুল ০${n}-০১-১৯৮০, ঠিক করাতে এক বছর ঘুরেছি। রোল ১২৩৪${n}৬৭-ও ভুল ছাপা।`,
  () => 'I live in Toronto and read you every morning. Please write more about the haor schools.',
  (place, n) => `চাল ${n + 62} ডাল ১৪০ তেল ১৮৫, ${place} বাজারের দর। বেতন সেই ১২ হাজার`,
  (_, n) => `অর্ধেক দাম বাড়িয়ে ${n}০% ছাড়, এই তো ঈদের বাজার।`,
  () => 'কেউ ইনবক্সে লিংক পাঠালে ক্লিক করবেন না, আমার আইডি এভাবেই গেছে।',
  (place) => `${place} কলেজে নিয়োগ চলছে শুনছি পাঁচ বছর, ইংরেজির শিক্ষক আজও নেই।`,
  () => 'পিন নাকি সে নিজেই দিয়েছে! আমার ভাইয়ের বিকাশ থেকে ৪০ হাজার টাকা গেছে।',
  (place) => `একটু যোগাযোগ করুন ভাই, ${place}-এর স্কুলটা নিয়ে লিখুন।`,
  (_, n) => `ওমরাহ প্যাকেজ ${n} লাখ, সাধারণ মানুষ যাবে কীভাবে?`,
];
const afterthoughts = [
  '',
  '',
  ' পরের পর্বের অপেক্ষায় থাকলাম।',
  ' কর্তৃপক্ষ কি শুনছে?',
  ' ভুল হলে শুধরে দেবেন।',
  ' এলাকার সবাই একই কথা বলবে।',
  ' বিষয়টা নিয়ে সংসদে কথা হওয়া দরকার।',
];

/** What sells something, from bare links to a civil sentence with a hook; a few in disguise. */
const pitches: ((n: number) => string)[] = [
  (n) => `পাত্র-পাত্রী খুঁজছেন? আমাদের ম্যারেজ মিডিয়ায় ${n}০০০ বায়োডাটা, সদস্য হতে কল করুন ০১৭${n}৮-১২৩৪${n}৬`,
  (n) => `তান্ত্রিক গুরু ${n}৫ বছরের অভিজ্ঞ, প্রেমে ব্যর্থ, স্বামী বশীকরণ, শত্রু দমন ২৪ ঘণ্টায় ফল। ইমো ০১৯${n}৭৬৫৪৩২${n}`,
  (n) => `জমি বিক্রি হবে, পূর্বাচলে ${n} কাঠা, রেডি প্লট, কিস্তি সুবিধা। বিস্তারিত https://plot-bazar${n}.example`,
  (n) =>
    `Get ${n}000 real backlinks and rank #1 on Google. Cheap SEO service, contact seoguru${n}@mail.example`,
  (n) => `সরকারি চাকরির প্রশ্ন ১০০% কমন, টেলিগ্রামে জয়েন করুন, ফি মাত্র ${n}০০ টাকা। লিংক t.me/job${n}bd`,
  (n) =>
    `I lost $${n}0,000 to a scam but a recovery expert got my bitcoin back in 3 days, write him at recover${n}@mail.example`,
  (n) => `ওজন কমান মাসে ${n + 5} কেজি, কোনো ব্যায়াম ছাড়া! ভেষজ চা অর্ডার করতে ইনবক্স, ক্যাশ অন ডেলিভারি।`,
  (n) => `জ য় বে ট অ্যাপ ডাউনলোড করুন, প্রথম জমায় ${n}০০% ফেরত, ক্রিকেট লাইভ। joybet${n}.example`,
  (n) => `সিম অফার! ${n}০ জিবি মাত্র ১৯৯ টাকা, রিচার্জ ছাড়া, কোড নিতে হোয়াটসঅ্যাপ করুন ০১৮${n}৫৫৫৬৬৬${n}`,
  (n) => `হ্যাক হওয়া ফেসবুক আইডি ফেরত, এনআইডি সংশোধন, জন্মনিবন্ধন দ্রুত। যোগাযোগ: ০১৬${n}১-৯৮৭৬৫${n}`,
  (n) => `স্টুডেন্ট ভিসায় মালয়েশিয়া, ${n} মাসে কাজের অনুমতি, IELTS লাগবে না। অফিস উত্তরা, ফোন +৮৮০১৭${n}১২৩৪৫৬${n}`,
  (n) => `Hot single girls in your city, chat now https://meet${n}.example/?id=${n}7 no credit card`,
  (n) => `ঘ\u200Bরে ব\u200Bসে আ\u200Bয়, দিনে ${n}৫০০ টাকা, কা\u200Bজ মোবাইলে। রেফার কোড ${n}৪৪৭ দিয়ে অ্যাপ নামান।`,
  (n) => `লেখাটি সুন্দর। যাঁদের টাকা দরকার, জামানত ছাড়া ${n} লাখ পর্যন্ত পাইয়ে দিই, আমার নামে ক্লিক করুন।`,
  (n) => `IPTV ১২০০০ চ্যানেল মাসে ${n}০ টাকা, ফ্রি ট্রায়াল! https://tv${n}.example https://tv${n}.example/free`,
  (n) => `ডলার কেনাবেচা করি, বাইন্যান্স P2P, পেপাল একাউন্ট খুলে দিই ${n}০০ টাকায়। নক দিন টেলিগ্রামে @dollar${n}`,
  (n) => `চুল পড়া বন্ধ ${n} দিনে, না হলে টাকা ফেরত। আসল অর্গানিক তেল, লিংকে অর্ডার দিন http://chul${n}.example`,
  (n) => `সার্টিফিকেট লাগলে বলবেন, এসএসসি থেকে মাস্টার্স, অনলাইনে যাচাই হয়। খরচ ${n}০ হাজার, গোপনীয়তা নিশ্চিত।`,
  (n) => `আমাদের পেজে শীতের কালেকশনে ${n}০% ছাড় চলছে আপুরা, ইনবক্সে অর্ডার, সারা দেশে হোম ডেলিভারি ফ্রি।`,
  (n) => `খবরটা পড়ে ভালো লাগল, আমিও আগে বেকার ছিলাম, এখন এই সাইটে কাজ করে মাসে ${n}৫ হাজার পাই: easywork${n}.example`,
  (n) => `লোন লাগলে ফোন দেন ০ ১ ৭ ১ ${n} ৩ ৪ ৫ ৬ ৭ ${n}, রাতেও পাবেন`,
  (n) => `দিনে আয় ${n}০০০, দেখুন www(.)taka${n}4(.)xyz`,
  (n) => `c a s i n o  b o n u s  ${n}00%  r e g i s t e r  now`,
  (n) => `টে.লি.গ্রা.ম চ্যানেলে আসুন, ${n}টা সিগন্যাল ফ্রি @bdsignal${n}`,
  (n) => `Еаrn mоnеу frоm hоmе, ${n}00 taka daily`,
  (n) => `𝗙𝗿𝗲𝗲 𝗰𝗮𝘀𝗶𝗻𝗼 𝗯𝗼𝗻𝘂𝘀 ${n}00`,
  (n) => `bhai amader page e ${n}0% offer cholche, order korte inbox korun`,
  (n) => `jersey-bd${n}[.]shop এ সেরা দামে জার্সি, স্টক সীমিত`,
  (n) => `পাসপোর্ট দ্রুত করে দিই। নম্বর: শূন্য এক সাত এক দুই তিন চার পাঁচ ছয় সাত আট, রুম ${n}`,
  (n) => `বিস্তারিত জানতে ভিজিট করুন easy-taka${n} ডট কম`,
  (n) => `কবিরাজি চিকিৎসায় শতভাগ ফল ${n} দিনে, o171${n}-345678`,
  (n) => `ফ্রি ভি আই পি টি প স, বে টিং এ ${n} গুণ লাভ, নক দিন`,
  (n) => `ভিপিএন প্রিমিয়াম ১ বছর ২${n}০, নেটফ্লিক্স ১ মাস ১০০, ক্যানভা প্রো ৫০`,
  (n) => `সিসি ক্যামেরা সেটআপ ${n}টা মাত্র ৯৫০০, এক বছরের ওয়ারেন্টি`,
  (n) => `নগদ থেকে বলছি, উপবৃত্তির ${n}০০০ টাকা এসেছে, পিন দিয়ে নিশ্চিত করুন nagad-upobritti${n}.example`,
  (n) => `কোনো ইনভেস্ট ছাড়া দৈনিক ${n}০০ টাকা, মোবাইল থাকলেই হবে, যারা করবেন ‘Hi’ লিখুন`,
  (n) => `ভাইরাল আপুর ভিডিও ফুল পার্ট লিংক টেলিগ্রামে, সার্চ: @fullpart${n}_bd`,
  (n) => `এই অ্যাপে সাইন আপ করলেই ২০০ টাকা, আমার রেফার কোড BD77${n}8`,
  (n) => `🅕🅡🅔🅔 🅑🅞🅝🅤🅢 ${n}00 joybet${n} 👉 joy${n}.example`,
  (n) => `ক*লগা*র্ল ঢাকা, রেট ${n}০০০, ইমোতে নক`,
  (n) => `প্রেমিকাকে বশে আনার তদবির ${n} দিনে, বিফলে মূল্য ফেরত, হুজুরের নাম্বার কমেন্টে`,
];
/** The demo newsroom's own four, whose words no weight was set for. */
const known = [
  'ঘরে বসে ৫ মিনিটে লোন!!! এখনই ক্লিক করুন http://loan-offer.example/apply http://loan-offer.example/fast',
  'Watch all matches FREE in HD >>> http://free-stream.example/hd <<< no sign up!!!',
  'দিনে ৩০০০ টাকা আয় করুন, ইনবক্সে আসুন। ১০০% গ্যারান্টি। http://easy-earn.example',
  'Buy 10k followers cheap cheap cheap http://followers.example',
];

/** Everything that is said, in the order of one evening: always the same for a seed. One to three comments each. */
export function anEvening(people: number, spammers: number, seed = 1): EveningComment[] {
  const next = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const said = new Map<string, EveningComment & { at: number }>();
  for (let who = 0; who < people; who += 1) {
    const isSpam = who < spammers;
    const name =
      isSpam && next(4) === 0
        ? `${pick(['Best', 'Mega', 'BD'])} Service`
        : `${pick(givenNames)} ${pick(familyNames)}`;
    const from = `10.${20 + Math.floor(who / 200)}.${who % 200}.${1 + next(250)}`;
    const count = 1 + next(isSpam ? 4 : 3);
    for (let nth = 0; nth < count; nth += 1) {
      const body = anew(said, () => {
        if (!isSpam) {
          const more = next(2) === 0 ? ` ${pick(opinions)(pick(places), 1 + next(8))}` : '';
          return pick(opinions)(pick(places), 1 + next(8)) + more + pick(afterthoughts);
        }
        const pitch = who < known.length && nth === 0 ? (known[who] ?? '') : pick(pitches)(1 + next(9));
        return (next(4) === 0 ? 'ভালো খবর। ' : '') + pitch;
      });
      said.set(body, {
        who,
        name,
        email: `e${who}@mail.example`,
        from,
        body,
        isSpam,
        at: nth * 100 + next(150),
      });
    }
  }
  return [...said.values()].sort((a, b) => a.at - b.at).map(({ at: _, ...one }) => one);
}

/** Whoever judges by the text could not tell two apart who say the same: each says something of their own. */
function anew(said: ReadonlyMap<string, unknown>, say: () => string): string {
  for (let attempt = 0; ; attempt += 1) {
    const body = say().normalize('NFC');
    if (!said.has(body)) return body;
    if (attempt > 100) throw new Error('the evening has too few words for so many');
  }
}

/** One sender's browser, as far as a server sees it: an address, a jar of cookies, the page's own form. */
export class Sender {
  #cookies = new Map<string, string>();

  readonly #baseURL: string;
  readonly #from: string;

  /** `from`: the address that its network's proxy tells. */
  constructor(baseURL: string, from: string) {
    this.#baseURL = baseURL;
    this.#from = from;
  }

  /** Reads the page, waits as long as it takes to type, sends what stands in its form. Whether it was taken. */
  async post(address: string, { name, email, body }: EveningComment, typingMs: number): Promise<boolean> {
    const page = await (await this.#ask(address)).text();
    const [whole = ''] = /<form[^>]*data-comment-form[\s\S]*?<\/form>/.exec(page) ?? [];
    if (whole === '') throw new Error(`${address} has no comment form`);
    const form = new FormData();
    for (const [input] of whole.matchAll(/<input type="hidden"[^>]*>/g))
      form.set(
        plain(/name="([^"]*)"/.exec(input)?.[1] ?? ''),
        plain(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
      );
    for (const [field, value] of Object.entries({ subject: '', body, name, email, website: '' }))
      form.set(field, value);
    await new Promise((resolve) => setTimeout(resolve, typingMs));
    const [, action = ''] = /action="([^"#]*)/.exec(whole) ?? [];
    const answer = await this.#ask(plain(action), form);
    const led = answer.headers.get('location');
    await (led === null ? answer : await this.#ask(led.replace(/#.*/, ''))).text();
    return led !== null;
  }

  async #ask(path: string, form?: FormData): Promise<Response> {
    const answer = await fetch(this.#baseURL + path, {
      ...(form && { method: 'POST', body: form }),
      redirect: 'manual',
      headers: {
        'x-forwarded-for': this.#from,
        'user-agent': 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
        ...(form && { origin: this.#baseURL, 'sec-fetch-site': 'same-origin' }),
        ...(this.#cookies.size > 0 && {
          cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
        }),
      },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(key, value);
    }
    return answer;
  }
}

/** Everybody posts, `atOnce` at a time, in the evening's order; whoever has more to say waits for the own last answer. */
export async function everybodyPosts(
  evening: readonly EveningComment[],
  { baseURL, addresses, atOnce }: { baseURL: string; addresses: readonly string[]; atOnce: number },
): Promise<{ refused: number }> {
  const senders = new Map<number, Sender>();
  const waits = new Map<number, Promise<unknown>>();
  const queue = [...evening.entries()];
  let refused = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let entry = queue.shift(); entry; entry = queue.shift()) {
        const [at, said] = entry;
        const sender = senders.get(said.who) ?? new Sender(baseURL, said.from);
        senders.set(said.who, sender);
        const before = waits.get(said.who);
        const mine = (async () => {
          await before;
          // People type; machines do not.
          const address = addresses[at % addresses.length] ?? '';
          if (!(await sender.post(address, said, said.isSpam ? 0 : 1600))) refused += 1;
        })();
        waits.set(said.who, mine);
        await mine;
      }
    }),
  );
  return { refused };
}

/**
 * The moderator: reads what stands at hand on the screen, presses one key, reads the next. Ends when the list is empty
 * and nobody posts any more. `keyFor`, of a text as `asSeen` has it: A to let it stand, S for spam, J to leave it as it is.
 */
export async function workByKeys(
  page: Page,
  address: string,
  keyFor: (text: string) => 'a' | 's' | 'j',
  isOver: () => boolean,
): Promise<number> {
  let keys = 0;
  for (;;) {
    const wasOver = isOver();
    await page.goto(address);
    await page.locator('.keys').waitFor({ state: 'attached' });
    const isEmpty = (await page.locator('.q article').count()) === 0;
    const once = isEmpty ? { keys: 0, decided: 0 } : await workOnce(page, keyFor);
    keys += once.keys;
    // Where what is right stays, as among the spam, the list is never empty.
    if (wasOver && once.decided === 0) return keys;
    if (isEmpty) await page.waitForTimeout(500);
  }
}

async function workOnce(
  page: Page,
  keyFor: (text: string) => 'a' | 's' | 'j',
): Promise<{ keys: number; decided: number }> {
  await page.keyboard.press('j');
  let keys = 0;
  let decided = 0;
  for (let last = ''; ; ) {
    const here = page.locator('.q > li.is-here article');
    if ((await page.locator('.q article').count()) === 0) return { keys, decided };
    await here.waitFor();
    const id = (await page.locator('.q > li.is-here').getAttribute('id')) ?? '';
    const text = await here.locator('.q__text').first().innerText();
    const key = keyFor(asSeen(text));
    // J at the end of the list goes nowhere.
    if (key === 'j' && id === last) return { keys, decided };
    last = id;
    await page.keyboard.press(key);
    keys += 1;
    if (key !== 'j') decided += 1;
    await page
      .waitForFunction(
        (was) =>
          document.querySelector('.q > li.is-here')?.id !== was || document.querySelector('.q') === null,
        id,
        { timeout: key === 'j' ? 1_500 : 15_000 },
      )
      .catch((error) => {
        if (key !== 'j') throw error;
      });
  }
}

/** As it stands on a screen, where two blanks are one: a moderator who reads must know it again. */
export function asSeen(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Of what readers see: how much is no spam; and of what was no spam, how much they see. */
export function judged(evening: readonly EveningComment[], visible: ReadonlySet<string>) {
  const good = evening.filter(({ isSpam }) => !isSpam);
  const seen = evening.filter(({ body }) => visible.has(body));
  const right = seen.filter(({ isSpam }) => !isSpam);
  return {
    comments: evening.length,
    spam: evening.length - good.length,
    spamSeen: seen.length - right.length,
    goodUnseen: good.length - right.length,
    precision: seen.length === 0 ? 1 : right.length / seen.length,
    recall: right.length / good.length,
  };
}

function plain(text: string): string {
  const signs: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" };
  return text.replace(/&(quot|amp|lt|gt|#x27);/g, (whole, name: string) => signs[name] ?? whole);
}

/** mulberry32: a trial is the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
