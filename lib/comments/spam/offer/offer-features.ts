import { visibleText } from '../visible-text';
import { appealWords, offerWords, tradeWords } from './offer-words';

/** `_` stands for the end of a word or for a space inside of a phrase. */
function matcherOf(words: string): RegExp {
  const each = words.split(' ').map((word) => {
    const inner = word.endsWith('_') ? word.slice(0, -1) : word;
    const body = inner
      .split('_')
      .map((part) =>
        part.startsWith('\\') ? part : visibleText(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('[\\s,-]+');
    return body + (word.endsWith('_') ? '(?![\\p{L}\\p{M}\\p{N}])' : '');
  });
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${each.join('|')})`, 'gu');
}

const trades = Object.entries(tradeWords).map(([trade, words]) => [trade, matcherOf(words)] as const);
const offers = matcherOf(offerWords);
const appeals = matcherOf(appealWords);
const PRICE =
  /[0-9০-৯][0-9০-৯,.]*\s?(?:k|হাজার|লাখ)?\s?(?:টাকা|টাকায়|tk|taka|৳|\/-|রিয়াল|দিরহাম|ডলার|usd|bdt)|\$\s?[0-9]|(?:দাম|মূল্য|ফি|price|কেজি|প্রতি পিস|প্যাকেট)\s?:?\s?[0-9০-৯]|[0-9০-৯]{1,3}\s?%/gu;

export interface OfferTraits {
  /** Trades of which the text has words. */
  trades: string[];
  /** Different words that belong to a trade. */
  tradeWords: number;
  /** Different phrases of a seller. */
  offers: number;
  prices: number;
  /** An appeal, a helpline, somebody who is looked for. */
  isAppeal: boolean;
}

/** How much of a seller's talk is in a text. `seen`: as `visibleText` gives it. */
export function offerTraits(seen: string): OfferTraits {
  const text = seen.slice(0, 1_500);
  const found = trades
    .map(([trade, words]) => ({ trade, count: distinct(text, words) }))
    .filter(({ count }) => count > 0);
  return {
    trades: found.map(({ trade }) => trade),
    tradeWords: found.reduce((total, { count }) => total + count, 0),
    offers: distinct(text, offers),
    prices: text.match(PRICE)?.length ?? 0,
    isAppeal: distinct(text, appeals) > 0,
  };
}

function distinct(text: string, words: RegExp): number {
  return new Set(text.match(words)).size;
}
