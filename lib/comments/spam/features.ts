import { linksIn, withPlainLinks } from '../hold-rules/links-in';
import { invitationsIn } from './invites';
import { joinedText } from './offer/joined-text';
import { type OfferTraits, offerTraits } from './offer/offer-features';
import { isBlandPraise, sellerName } from './offer/seller-name';
import { withoutPhones } from './phones';
import { veiledWords } from './tokens';
import { visibleText } from './visible-text';

/** What a text shows of a seller. */
export interface SpamFeatures {
  links: number;
  /** In how many ways it asks its reader to come and get something. */
  invites: number;
  /** How plainly it says where to write or call: what an advertisement cannot do without. A number says most. */
  contact: 0 | 2 | 3;
  /** How much it hides from programs what people read; 0 for nothing. */
  disguise: number;
  /** It was left with a website: weighs as a link in the text. */
  hasWebsite: boolean;
  /** As `sellerName` has it. */
  sellerName: 0 | 1 | 2;
  /** Praise that would stand under any story. */
  isBland: boolean;
  /** Asks for blood, looks for somebody, names a helpline, speaks to the reporter; and sells nothing. */
  isAppeal: boolean;
  /** A way from the text to who sells: without one it is talk about things, however much it sounds of them. */
  hasHook: boolean;
}

const CONTACT =
  /\bt\.me\/|\bwa\.me\/|(?:whats ?app|telegram|টেলিগ্রাম|মেসেঞ্জার|হোয়াটস ?অ্যাপ|ইমো|imo)[^\n]{0,40}[@0-9০-৯]|[\w.+-]{1,64}(?:@| at )[\w-]{1,63}(?:\.| dot )[a-z]{2}/iu;
/** One word of two alphabets that look alike. */
const MIXED = /[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z]/iu;
/** Letters from where Unicode keeps those for formulas and for the width of Chinese. */
const FANCY = /[\u{1d400}-\u{1d7ff}\uff21-\uff5a\u24b6-\u24e9\u{1f130}-\u{1f169}]{3}/u;

/** A hand that shows where to go. */
const POINTING = /[\u{1f446}-\u{1f449}\u27a1\u{1f517}]/u;

/** People who cite write addresses to be opened, and their numbers to be called. */
const VEILED_LINK = 4;
const VEILED_PHONE = 3;
const VEILED_WORD = 2.5;

/** Trades whose words stand in appeals and in reports too. */
const NEAR_APPEALS = ['cure', 'job', 'papers', 'visa', 'service'];

export function featuresOf(draft: { name?: string; website: string; body: string }): SpamFeatures {
  const { name = '', website, body } = draft;
  const text = visibleText(body);
  const whole = joinedText(text);
  const traits = offerTraits(whole);
  const links = Math.max(linksIn(body), linksIn(whole));
  const phones = withoutPhones(text);
  const disguise = Math.max(
    withPlainLinks(text) !== text || links > linksIn(text) ? VEILED_LINK : 0,
    phones.veiled > 0 ? VEILED_PHONE : 0,
    MIXED.test(body) || FANCY.test(body) || veiledWords(body).length > 0 || isJoinedTalk(text, traits)
      ? VEILED_WORD
      : 0,
  );
  const asks = invitationsIn(text) + (links > 0 && POINTING.test(text) ? 1 : 0);
  const contact = phones.count > 0 ? 3 : CONTACT.test(text) ? 2 : 0;
  const hasWebsite = website !== '';
  return {
    links,
    invites: asks,
    contact,
    disguise,
    hasWebsite,
    sellerName: sellerName(name),
    isBland: isBlandPraise(body),
    isAppeal: traits.isAppeal && disguise === 0 && traits.trades.every((one) => NEAR_APPEALS.includes(one)),
    hasHook: links > 0 || hasWebsite || asks > 0 || contact > 0 || disguise > 0,
  };
}

/** Whether the seller's words appear only when what was set apart is joined. */
function isJoinedTalk(text: string, whole: OfferTraits): boolean {
  if (!/[.*_~|-]|(?<!\S)\S{1,4}\s\S{1,4}\s\S{1,4}(?!\S)/u.test(text)) return false;
  const apart = offerTraits(text.replace(/[\p{Extended_Pictographic}]+/gu, ' '));
  return whole.tradeWords + whole.offers > apart.tradeWords + apart.offers;
}
