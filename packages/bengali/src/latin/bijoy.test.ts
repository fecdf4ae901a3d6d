import { expect, test } from 'vitest';
import golden from '../golden/bijoy-pairs.golden.json';
import hostile from '../testing/hostile-strings.json';
import { fromBijoy, looksLikeBijoy } from './bijoy.ts';

test.each(golden.pairs)('$bijoy is $unicode', ({ bijoy, unicode }) => {
  expect(fromBijoy(bijoy)).toBe(unicode);
});

test.each([
  ['‡bŠKv', 'নৌকা'],
  ['i¨v‡ei', 'র\u200D্যাবের'],
  ['c‡i\r\n\r\n\r\n\r\nAvevi', 'পরে\r\n\r\n\r\n\r\nআবার'],
  ['', ''],
  ['ঢাকা', 'ঢাকা'],
])('%j is %j', (bijoy, unicode) => {
  expect(fromBijoy(bijoy)).toBe(unicode.normalize('NFC'));
});

/** Conjuncts, half forms, reph and signs, in the codes that SutonnyMJ has for them; not from the golden list. */
const pairs =
  `¯’vbxq স্থানীয়, e¨w³ ব্যক্তি, cixÿv পরীক্ষা, j¶¨ লক্ষ্য, eÜz বন্ধু, m¤ú~Y© সম্পূর্ণ, m¤úªwZ সম্প্রতি, we\`y¨r বিদ্যুৎ,
  g„Zz¨ মৃত্যু, WªvBfvi ড্রাইভার, ü\`q হৃদয়, kÖ×v শ্রদ্ধা, †bZ…Z¡ নেতৃত্ব, ¸iæZ¡ গুরুত্ব, iƒc রূপ, ïµevi শুক্রবার, †÷kb স্টেশন,
  Avjøvn আল্লাহ, cjøx পল্লী, eøK ব্লক, K¬vm ক্লাস, wm×všÍ সিদ্ধান্ত, wm×vš— সিদ্ধান্ত, AšÍf©y³ অন্তর্ভুক্ত, wbqš¿Y নিয়ন্ত্রণ, A_©gš¿x অর্থমন্ত্রী,
  mÜ¨v সন্ধ্যা, ¯§„wZ স্মৃতি, AvZ¥mgc©Y আত্মসমর্পণ, cÙv পদ্মা, MÖxl¥ গ্রীষ্ম, j²x লক্ষ্মী, jÿ¥x লক্ষ্মী, m~² সূক্ষ্ম, Zx² তীক্ষ্ণ, weÁwß বিজ্ঞপ্তি,
  AÂj অঞ্চল, BwÄb ইঞ্জিন, NÈv ঘণ্টা, DËi উত্তর, D‡Ï‡k¨ উদ্দেশ্যে, wØZxq দ্বিতীয়, ¯^cœ স্বপ্ন, wPý চিহ্ন, \`ªæZ দ্রুত, my›\`i সুন্দর, A·‡dvW© অক্সফোর্ড,
  KZ…©K কর্তৃক, KZ©…K কর্তৃক, KZ…©cÿ কর্তৃপক্ষ, \`yN©Ubv দুর্ঘটনা, HwZn¨ ঐতিহ্য, EaŸ© ঊর্ধ্ব, mš¿vmx সন্ত্রাসী, ¯úó স্পষ্ট, Avn¡vb আহ্বান, AwMœ অগ্নি,
  Rb¥ জন্ম, R¤§ জন্ম, D¤§y³ উন্মুক্ত, m¤§vb সম্মান, Mí গল্প, wkí শিল্প, D”P উচ্চ, B”Qv ইচ্ছা, D¾¡j উজ্জ্বল, c~e©vPj পূর্বাচল, AvPvh© আচার্য, mvšÍ¡bv সান্ত্বনা,
  e¯‘ বস্তু, wKš‘ কিন্তু, A¯¿ অস্ত্র, hy³ivóª যুক্তরাষ্ট্র, cwðg পশ্চিম, e¨vL¨v ব্যাখ্যা, i¨vwj র\u200D্যালি, kZvãx শতাব্দী, f‚wg ভূমি, we‡ùviY বিস্ফোরণ,
  Avwe®‹vi আবিষ্কার, cyi¯‹vi পুরস্কার, †K‡›\`ª কেন্দ্রে, wbR¯^ নিজস্ব, BwZnvm ইতিহাস, ag©xq ধর্মীয়, wb¤œ নিম্ন`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [bijoy: string, unicode: string]);

test.each(pairs)('%s is %s', (bijoy, unicode) => {
  expect(fromBijoy(bijoy)).toBe(unicode.normalize('NFC'));
});

test('of those words no more than the shortest are not told by themselves', () => {
  const missed = pairs.filter(([bijoy]) => !looksLikeBijoy(bijoy)).map(([bijoy]) => bijoy);
  expect(missed).toEqual(['eøK', 'Zx²', 'Mí', 'wkí']);
  expect(looksLikeBijoy(pairs.map(([bijoy]) => bijoy).join(' '))).toBe(true);
});

test('backslashes do not multiply the text', () => {
  expect(fromBijoy('\\\\'.repeat(500)).length).toBe(1000);
});

test('Bijoy is told from Bengali and from English', () => {
  for (const { unicode } of golden.pairs) expect(looksLikeBijoy(unicode)).toBe(false);
  expect(golden.pairs.filter(({ bijoy }) => !looksLikeBijoy(bijoy))).toEqual([]);
});

test('nobody is asked about Bijoy for what was pasted to do harm', () => {
  expect(hostile.map(({ payload }) => payload).filter(looksLikeBijoy)).toEqual([]);
});

test('between tags Bijoy is told all the same, and what ends as such names do in a line of it', () => {
  expect(looksLikeBijoy('<p class="x">Avgiv Kiv I Pjv</p>')).toBe(true);
  expect(looksLikeBijoy('Kiv n‡q‡Q')).toBe(true);
  expect(looksLikeBijoy('Kiv')).toBe(true);
});

test.each([
  ['mgq', 'সময়'],
  ['nq', 'হয়'],
  ['`vwe', 'দাবি'],
  ['K_v', 'কথা'],
  ['bZyb', 'নতুন'],
  ['Kjv', 'কলা'],
  ['kni I MÖvg', 'শহর ও গ্রাম'],
  ['wbeb', 'নিবন'],
])('%s alone is told for %s', (bijoy, unicode) => {
  expect(looksLikeBijoy(bijoy)).toBe(true);
  expect(fromBijoy(bijoy)).toBe(unicode.normalize('NFC'));
});

test.each([
  'The minister visited Khulna on Sunday… and, by every measure, gave a survey of TV and DVD sales.',
  'Bangladesh Nationalist Party (BNP) and YouTube, iPhone, BdNews24 © 2026',
  'Le café déjà vu, très bien; der Fluß fließt über die Brücke',
  'বিপিএলে BPL ও SSC-2026, Covid-19',
  'https://example.com/AvgvKv?x=KvKv',
  '12345 — !',
  '১২ km',
  'Please',
  'Schmidt',
  'Mbappé',
  'Ivanov',
  'Dmitry Nguyen',
  'Iraq',
  'Mrs Khan',
  ...(
    'café Müller Spaß Straße größer Übermut Äpfel señor niño ¿Qué ¡Hola! maçã não coração bœuf cœur sœur mœurs fœtus vœu ' +
    'Guðmundsson Ísland sjø kjøp bør smørrebrød Ærø gåde Århus Łódź wódka Kraków Žižek šampon Dvořák Škoda Erdoğan naïf ' +
    'Citroën km² 50° 10½ ©2026 Windows™ «citation» wait… §5 A–B cross-check MacArthur iPhone eBay YouTube GitHub LaTeX ' +
    'UNHCR ÉTÉ ÉCOLE PÂTE DÉJÀ GARÇON rhythm nymph Szczecin Ngozi Nguyen Qatar Kyrgyz Vladivostok Bjørn Håkan Siobhán ' +
    'Chowdhury Mymensingh Jhenaidah Khagrachhari snake_case €5 3×4 6÷2 µm ñandú Curaçao Zürich Köln Đoković'
  ).split(' '),
  'three strong phrases',
  '<svg viewBox="0 0 24 24"><path d="M12 2L2 7"/></svg>',
  '<iframe srcdoc="<p onclick=void(0)>x"></iframe>',
  '{"src":"svg","nav":1}',
  'Tel Aviv',
  'PhD, BSc, MBBS',
  ...(
    'bKash, WhatsApp LinkedIn ChatGPT OpenAI SpaceX JavaScript iOS eSIM mRNA kWh pH Kyiv Kharkiv Lviv Rajiv Sanjiv Yadav ' +
    'Gaurav Madhav Shiv Manav Leitmotiv Chekhov Vyacheslav'
  ).split(' '),
  '',
])('%s is not Bijoy', (text) => {
  expect(looksLikeBijoy(text)).toBe(false);
});
