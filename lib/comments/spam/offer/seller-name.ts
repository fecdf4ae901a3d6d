import { visibleText } from '../visible-text';

const or = (words: string) => words.split(' ').map(visibleText).join('|');
const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${or(words)})(?![\\p{L}\\p{M}])`, 'u');

/** Nobody is called so who is not selling it. */
const PLAIN_SELLER = word(
  'trader traders trading trade forex fx crypto bitcoin btc nft signal signals casino bet bets betting loan loans seo smm follower followers hacker investment investments investor income earning earn escort backlink ' +
    'ট্রেডার ট্রেডিং ট্রেড ফরেক্স ক্রিপ্টো বিটকয়েন সিগন্যাল ক্যাসিনো বেটিং লোন ফলোয়ার হ্যাকার ইনকাম তান্ত্রিক জ্যোতিষী জ্যোতিষ কবিরাজ',
);
/** A shop's name; a shopkeeper may write under it and say something. */
const SHOP = word(
  'shop store mart bazar bazaar boutique furniture fashion collection jobs panel sheba care service services agency herbal deals offer offers official digital travels tours ' +
    'শপ স্টোর মার্ট বুটিক ফ্যাশন ফার্নিচার কালেকশন হাউজ হাউস সেবা হেলথ কেয়ার এজেন্সি হারবাল অফার ট্রাভেলস',
);

/** Whether a writer's name is one of a trade: 2 for one that nobody has by birth, 1 for a shop's. */
export function sellerName(name: string): 0 | 1 | 2 {
  const seen = visibleText(name);
  if (PLAIN_SELLER.test(seen)) return 2;
  return SHOP.test(seen) ? 1 : 0;
}

const PRAISE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${or(
    'সুন্দর ভালো ভাল অসাধারণ চমৎকার দারুণ ধন্যবাদ সময়োপযোগী ঠিক সহমত একমত এগিয়ে শুভকামনা লেগেছে লাগলো লাগল nice great good excellent awesome amazing lovely wow thanks thank helpful informative agree keep valo bhalo sundor onek dhonnobad',
  )})`,
  'gu',
);
/** Longer has something to say. */
const BLAND_WORDS = 11;

/** "Nice post, thank you": praise that would stand under any story. */
export function isBlandPraise(body: string): boolean {
  const words = visibleText(body).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length > BLAND_WORDS || /[0-9০-৯?]/.test(body)) return false;
  const praise = words.join(' ').match(PRAISE)?.length ?? 0;
  return words.length <= 3 || praise * 6 >= words.length;
}
