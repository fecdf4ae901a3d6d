import { visibleText } from './visible-text';

const or = (words: string) => words.split(' ').map(visibleText).join('|');

const WAYS = or(
  'ইনবক্স মেসেঞ্জার নক কল ফোন মেসেজ ম্যাসেজ অর্ডার যোগাযোগ জয়েন ক্লিক ভিজিট সাবস্ক্রাইব ডাউনলোড রেজিস্ট্রেশন হোয়াটসঅ্যাপ ইমো টেলিগ্রাম ' +
    'ডিপোজিট ভেরিফাই রেফার বুকিং বুক',
);
const DO = or('করুন করেন করো দিন দেন দাও আসুন আসেন বলুন বলেন নামান লিখুন পারেন');
const BUY = or('কিনুন জিতুন খেলুন কামান');
const PLACES = or('পেজে পেইজে গ্রুপে চ্যানেলে ব্লগে সাইটে ওয়েবসাইটে দোকানে শোরুমে চেম্বারে প্রোফাইলে');
const WHERE = or('কমেন্টে বায়োতে প্রোফাইলে ইনবক্সে টেলিগ্রামে গ্রুপে চ্যানেলে');

/**
 * "Write to me", "order today", "if you need some": what an advertisement cannot do without, and an opinion about
 * advertisements has no use for.
 */
const INVITATIONS = [
  `(?:${WAYS})(?:${or('ে এ য় তে টি টা')})?(?:\\s(?:${or('করতে কথা যোগাযোগ আমাদের আমাকে')}))?\\s(?:${DO})`,
  `(?:${or('অর্ডার নিতে পেতে কিনতে জানতে জয়েন ভর্তি সদস্য')})\\s?(?:${or('করতে হতে')})?\\s(?:${WAYS})`,
  `(?:${or('লাগলে চাইলে চান দরকার প্রয়োজনে')})\\S{0,6}\\s(?:\\S+\\s){0,4}(?:${WAYS}|${or('বলুন বলবেন জানান আসুন লোন আমাকে আমাদের')})`,
  `(?:${or('বায়ো প্রোফাইল ইনবক্স চ্যানেল চ্যানেলটা পেজটা')})\\s(?:${or('দেখুন ঘুরে')})|${visibleText('পাশে থাকুন')}|${visibleText('ফলো ব্যাক')}|${visibleText('গুগলে')}\\s(?:${or('সার্চ লিখুন')})`,
  `(?:${or('বুকিং ভর্তি অফার সেল')})\\s${visibleText('চলছে')}|(?:${or('টাকা আয় ইনকাম')})\\s(?:${or('আয় ইনকাম')}\\s)?(?:${or('করুন করেন কামান কামাই')})|(?:${or('পাঠান লিখুন')})\\s(?:${WAYS})|(?:${or('পেতে নিতে')})\\s\\S{1,20}\\s(?:${or('বলুন লিখুন')})|${visibleText('সংযোগ নিন')}`,
  `(?:${BUY})(?![\\p{L}\\p{M}])`,
  // What is done for others, as a trade: "I have it made for you", "we send to all the country".
  `(?:${or('করে পাইয়ে বানিয়ে খুলে তুলে ঠিক')})\\s(?:${visibleText('করে')}\\s)?(?:${or('দিই দেই দিব দিবো দেব দেবো দিচ্ছি')}|${visibleText('দেওয়া হয়')}(?!\\p{L}|নি|নাই|\\sনা))`,
  `${visibleText('সারা দেশে')}\\s(?:\\S+\\s){0,2}(?:${or('পাঠাই ডেলিভারি পৌঁছে কুরিয়ার')})|${visibleText('ডেলিভারি')}\\s(?:${or('ফ্রি চার্জ')})|${visibleText('পাইকারি')}\\s(?:${or('দরে দামে মূল্যে')})|(?:${or('মেরামত সার্ভিসিং ডেলিভারি')})\\s(?:${or('করি দিই দেই')})`,
  `(?:${PLACES})\\s(?:\\S+\\s){0,2}(?:${or('আসুন আসবেন ঘুরে দেখবেন জয়েন')})`,
  `(?:${or('লিংক লিঙ্ক')})(?:${or('টা টি')})?\\s(?:${WHERE})|(?:${or('গুগল সার্চ')})\\s(?:${or('করুন করেন করো')})|(?:${or('আগ্রহীরা আগ্রহী ইচ্ছুকরা')})\\s(?:\\S+\\s){0,3}(?:${or('নাম্বার নম্বর নক ইনবক্স যোগাযোগ কল মেসেজ হলে')})|${visibleText('যারা করবেন')}|${visibleText('আইডি নিন')}`,
  `(?:${or('মিনিমাম সর্বনিম্ন')})\\s(?:${or('জমা ডিপোজিট উইথড্র')})|(?:${visibleText('টাকা')}\\s)?${visibleText('ফেরত গ্যারান্টি')}|${visibleText('না হলে টাকা ফেরত')}|${visibleText('না পারলে টাকা ফেরত')}|${visibleText('কাজের পর পেমেন্ট')}|${visibleText('ইনভেস্ট')}\\s(?:${or('ছাড়া করুন করলে')})`,
  `(?:${or('পিন ওটিপি পাসওয়ার্ড otp pin')})\\s(?:${or('দিয়ে')}\\s${visibleText('নিশ্চিত')}|${or('দিন বলুন জানান')})|${visibleText('দাবি করতে')}|(?:${visibleText('সচল')}|${visibleText('চালু')})\\s${visibleText('রাখতে')}`,
  `(?:${visibleText('মূল্য')}|${visibleText('টাকা')})\\s${visibleText('ফেরত')}\\s?(?:$|[,।!.(-])|${visibleText('আগে আসলে')}|${visibleText('আগে এলে আগে')}|${visibleText('পেমেন্টের পর')}|${visibleText('কুরিয়ারে')}\\s(?:${or('পাঠাই পাঠানো')})|(?:${or('কারখানা পাইকারি পানির')})\\s${visibleText('দামে')}|(?:${or('অর্ডার বুকিং যোগাযোগ')})\\s?[:ঃ-]`,
  `(?:${or('কোড কুপন')}|code|coupon)\\s?[:‘'"“]?\\s?(?=[a-z]*[0-9])[a-z0-9]{4,12}(?![\\p{L}\\p{M}\\p{N}])`,
  `(?:${or('জিতে বুঝে সস্তায় সুলভে')}|${visibleText('কম দামে')})\\s${visibleText('নিন')}|(?:${or('করে পাইয়ে বানিয়ে খুলে তুলে')})\\s(?:${or('দিই দিচ্ছি দেব')})|${visibleText('লাগবে না')}`,
  `[0-9০-৯]\\s?%\\s?(?:${or('ছাড় ডিসকাউন্ট বোনাস off')})`,
  `${visibleText('মাত্র')}\\s[0-9০-৯,]+\\s?(?:${or('টাকা টাকায়')})`,
  `(?:${or('স্টক আসন অফার')})\\s${visibleText('সীমিত')}|${visibleText('সীমিত')}\\s(?:${or('সময় আসন স্টক')})|${visibleText('আজই')}\\s|${visibleText('হোম ডেলিভারি')}|${visibleText('ক্যাশ অন')}`,
  `(?:১০০|100)\\s?%\\s?(?:${or('কমন গ্যারান্টি ফল নিশ্চিত বোনাস')})|${visibleText('শতভাগ')}\\s(?:${or('কমন গ্যারান্টি ফল সফল নিশ্চিত')})`,
  '(?:click|tap) (?:here|now|the link)|buy (?:now|cheap|real)|order now|join (?:now|us|my|our|free)|sign ?up|claim (?:your|now)',
  'contact (?:him|her|us|me|now|my)|(?:dm|message|text|add|inbox|write|reach) (?:me|us|him|her)\\b|visit (?:my|our|us)|we offer|call now|call me',
  '(?:best|lowest|cheapest) price|no prescription|(?:free|overnight|worldwide) shipping|100% guaranteed|see my (?:photos|profile)|work from home|apply (?:now|today)|amar (?:channel|page|group)|code ta (?:dile|den|din)|\\bdm\\b|inbox please|check out my|message the admin|from home|limited (?:offer|time)|subscribe (?:to|now)|earn (?:\\$|daily|money|taka)|get (?:free|\\d)|no credit card|\\bneed an? ',
  '(?:inbox|inboxe|knock|call|order|click|message|msg|join|whatsapp|imo|contact|jogajog|income|refer|subscribe|follow|share)(?: (?:me|e|te|a|korte))? (?:korun|koren|koro|korte|den|din|dao|dite)',
].map((one) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${one})`, 'u'));

/** In how many ways a plain text asks its reader to come and get something. */
export function invitationsIn(text: string): number {
  return INVITATIONS.filter((one) => one.test(text)).length;
}
