import type { SpamFeatures } from '../features';
import { visibleText } from '../visible-text';
import { joinedText } from './joined-text';
import { offerTraits } from './offer-features';
import { SCALE, WEIGHTS } from './offer-weights';

/** Buckets that features are hashed into. */
export const FEATURE_BITS = 15;
const MOST_LETTERS = 600;

export interface OfferFeatures {
  buckets: number[];
  values: number[];
}

/** What the classifier sees of a text: letters in runs, words, and the traits of a seller's talk. */
export function offerFeatures(
  { name, website, body }: { name: string; website: string; body: string },
  features: SpamFeatures,
): OfferFeatures {
  const seen = joinedText(visibleText(body)).slice(0, MOST_LETTERS);
  const traits = offerTraits(seen);
  const trade = Math.min(traits.tradeWords, 3);
  const offer = Math.min(traits.offers, 3);
  const price = Math.min(traits.prices, 2);
  const hook = features.contact > 0 || features.links > 0 || website !== '';
  const marks = [
    'bias',
    `t${trade}`,
    `o${offer}`,
    `p${price}`,
    `t${trade}o${offer}`,
    `t${Math.min(trade, 2)}p${Math.min(price, 1)}`,
    `o${Math.min(offer, 2)}p${Math.min(price, 1)}`,
    `t${Math.min(trade, 1)}o${Math.min(offer, 1)}p${Math.min(price, 1)}h${Number(hook)}`,
    ...traits.trades.map((one) => `trade:${one}`),
    `i${Math.min(features.invites, 2)}`,
    `c${features.contact}`,
    ...(traits.isAppeal ? [`appeal:c${features.contact}`, 'appeal'] : []),
    ...(features.disguise > 0 ? ['disguise'] : []),
    `length${Math.min(Math.floor(seen.length / 60), 5)}`,
    /[\u0980-\u09ff]/.test(seen) ? 'bengali' : 'latin',
  ];
  const grams = [...gramsOf(seen), ...namesOf(name)];
  const share = 1.6 / Math.sqrt(grams.length + 8);
  return {
    buckets: [...marks.map((mark) => bucketOf(`!${mark}`)), ...grams.map(bucketOf)],
    values: [...marks.map(() => 0.5), ...grams.map(() => share)],
  };
}

function gramsOf(seen: string): string[] {
  const plain = seen
    .replace(/https?:\/\/\S+|www\.\S+/g, ' ¶ ')
    .replace(/[0-9০-৯]+/g, (digits) => `0${Math.min(digits.length, 6)}`);
  const words = plain.match(/[\p{L}\p{M}\p{N}¶$%৳]+/gu) ?? [];
  const grams = new Set<string>();
  words.forEach((word, at) => {
    grams.add(` ${word} `);
    const next = words[at + 1];
    if (next) grams.add(` ${word} ${next} `);
    const framed = `^${word}$`;
    for (let from = 0; from + 4 <= framed.length; from += 1) grams.add(framed.slice(from, from + 4));
  });
  return [...grams];
}

function namesOf(name: string): string[] {
  return (visibleText(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => `@${word}`);
}

function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) >>> (32 - FEATURE_BITS);
}

const weights = new Int8Array(Buffer.from(WEIGHTS, 'base64'));

/** How much a text reads like an advertisement: the log odds, about −8 to 8. */
export function offerOdds({ buckets, values }: OfferFeatures): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) sum += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum * SCALE;
}
