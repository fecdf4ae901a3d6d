import type { CommentSignal } from '@/db/schema';
import type { SpamFeatures } from './features';

/** What is known of a comment when it is weighed. Counts exclude the comment itself. */
export interface SpamFacts {
  draft: { name: string; website: string; body: string; trap: string; isDisguised?: boolean };
  /** What its text shows. */
  features: SpamFeatures;
  /** Bits apart from the nearest text of another address lately, and from one that was called spam. */
  nearest: { other: number; spam: number; own: number };
  /** What the listed words say, 0 to 6. */
  listed: number;
  /** What decisions have taught of its words, −1.5 to 3. */
  learnt: number;
  /** It gives a number or an address that a moderator has called spam. */
  hasKnownContact: boolean;
  /** How much the text reads like an advertisement: the classifier's log odds. */
  offer: number;
  commenter: { approved: number; hidden: number; isVerified: boolean };
  /** Comments in the last ten minutes. */
  lately: { byAddress: number; byDevice: number; byNetwork: number; addressesOfDevice: number };
  form: { hasToken: boolean; ageMs: number | null };
}

/** A page is remembered and shared, so only a form younger than any reader could type it tells of a machine. */
const NOBODY_TYPES_SO_FAST_MS = 1_500;
/** Of 64 bits: a word changed in a sentence of ten moves about this many. */
const A_COPY = 7;

type WeightOf = (facts: SpamFacts) => number;

/** Each signal's weight, 0 if it says nothing. Positive speaks for spam. The codes have labels. */
const signals: Record<string, WeightOf> = {
  trap: ({ draft }) => (draft.trap === '' ? 0 : 6),
  words: ({ listed }) => listed,
  learnt: ({ learnt }) => learnt,
  'known-contact': ({ hasKnownContact }) => (hasKnownContact ? 4 : 0),
  links: ({ features: { links } }) => (links > 1 ? Math.min(1.5 + links / 2, 5) : links),
  shortener: ({ draft }) => (SHORTENER.test(draft.body) ? 2 : 0),
  website: ({ features: { hasWebsite } }) => (hasWebsite ? 1 : 0),
  // Nobody leaves an address only to say that it was nice.
  'bland-praise': ({ features: { isBland, hasWebsite, sellerName } }) =>
    isBland && (hasWebsite || sellerName > 0) ? 2.5 : 0,
  'seller-name': ({ features: { sellerName } }) => [0, 1.5, 3][sellerName] ?? 0,
  offer: ({ offer }) => Math.max(0, Math.min(5, 2 + 2 * offer)),
  // A number in an appeal is there to be called, and in a report it is a fact.
  contact: ({ features: { contact, isAppeal, disguise }, offer }) =>
    isAppeal ? 0 : contact * (offer < 0 && disguise === 0 ? 0.5 : 1),
  // Who asks in two ways sells; once, an angry reader may.
  invites: ({ features: { invites, isAppeal }, offer }) =>
    isAppeal ? 0 : (invites > 1 ? 3.6 : invites === 1 ? 2.4 : 0) * (offer < -0.5 ? 0.5 : 1),
  'name-is-link': ({ draft }) => (/https?:|www\.|\.(com|net|xyz|info|shop)\b/i.test(draft.name) ? 3 : 0),
  'copy-of-spam': ({ nearest }) => (nearest.spam <= A_COPY ? 6 : 0),
  'copy-of-other': ({ nearest }) => (nearest.other <= A_COPY ? 4 : 0),
  'copy-of-own': ({ nearest }) => (nearest.own <= A_COPY ? 2 : 0),
  disguise: ({ draft, features }) => Math.max(features.disguise, draft.isDisguised ? 2.5 : 0),
  shouting: ({ draft }) => (isShouting(draft.body) ? 1 : 0),
  foreign: ({ draft }) => foreignness(draft.body),
  'no-token': ({ form }) => (form.hasToken ? 0 : 2),
  'too-fast': ({ form }) => (form.ageMs !== null && form.ageMs < NOBODY_TYPES_SO_FAST_MS ? 1 : 0),
  'many-addresses': ({ lately }) => (lately.addressesOfDevice > 2 ? 3 : 0),
  'many-from-device': ({ lately }) => (lately.byDevice > 5 ? 2 : 0),
  'many-from-network': ({ lately }) => (lately.byNetwork > 60 ? 2 : 0),
  'hidden-before': ({ commenter }) => Math.min(commenter.hidden * 1.5, 4),
  'known-writer': ({ commenter: { approved } }) => (approved >= 5 ? -3 : approved > 0 ? -1.5 : 0),
  verified: ({ commenter }) => (commenter.isVerified ? -1 : 0),
};

export const signalCodes: readonly string[] = Object.keys(signals);

/** Every signal that says something, the gravest first. */
export function spamSignals(facts: SpamFacts): CommentSignal[] {
  return Object.entries(signals)
    .map(([code, weight]) => ({ code, weight: Math.round(weight(facts) * 10) / 10 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => b.weight - a.weight);
}

export function scoreOf(signals: readonly CommentSignal[]): number {
  return Math.round(signals.reduce((total, { weight }) => total + weight, 0) * 10) / 10;
}

const SHORTENER = /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.ly|cutt\.ly|is\.gd|rb\.gy|shorturl\.at)\b/i;
function isShouting(text: string): boolean {
  return (
    /([\p{L}\p{M}!?।*])\1{7}/u.test(text) || (text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 12
  );
}

/** Scripts that readers of a Bengali paper write in; of any other a text of some length is by a machine. */
const AT_HOME = /[^\p{L}]|\p{Script=Bengali}|\p{Script=Latin}|\p{Script=Arabic}|\p{Script=Devanagari}/gu;

/** Not a letter of Bengali in a text long enough to have some. */
function foreignness(text: string): number {
  const strange = text.slice(0, 1_000).replace(AT_HOME, '').length;
  if (strange > 5 && strange * 3 > text.length) return 3;
  return text.length > 60 && !/[\u0980-\u09ff]/.test(text) ? 1 : 0;
}
