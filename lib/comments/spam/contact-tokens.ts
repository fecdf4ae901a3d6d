import { createHash } from 'node:crypto';
import type { WordCounts } from './learning/word-counts';

/** Hosts under which each user has a page of their own: the host alone says nothing. */
const MANY_USERS =
  /^(?:(?:m|web|bn-in)\.)?(?:facebook|fb|instagram|youtube|tiktok|x|twitter|linkedin|telegram|blogspot|wordpress|medium|google|play\.google|docs\.google|drive\.google|sites\.google)\.(?:com|me|org)$|^(?:t\.me|wa\.me|youtu\.be|bit\.ly|cutt\.ly|tinyurl\.com|goo\.gl|is\.gd|t\.ly|rb\.gy|fb\.me|linktr\.ee)$/;
/** Whom people cite: that one of them was called spam once is no reason to hold the next. */
const CITED =
  /(?:^|\.)(?:gov|edu|ac|mil)(?:\.bd)?$|(?:^|\.)(?:wikipedia|wikimedia|banglapedia|who|un|unicef|worldbank|imf|bbc|reuters|prothomalo|thedailystar|bdnews24|samakal|jugantor|ittefaq|kalerkantho|dhakatribune|aljazeera|doi)\.(?:com|org|int|co\.uk|net)$/;

/** The address of a link as what spammers share: a host, or the user's page at a host of many. `''`: it says nothing. */
export function contactOfLink(host: string, path: string): string {
  if (CITED.test(host)) return '';
  if (!MANY_USERS.test(host)) return `link:${host}`;
  const first = path.split(/[/?#]/).filter(Boolean)[0]?.toLowerCase().slice(0, 40) ?? '';
  return first.length < 3 ? '' : `link:${host}/${first}`;
}

/** A number is stored as what it can be compared by, not read from. */
export function contactOfPhone(digits: string): string {
  const own = digits.replace(/^88(?=01)/, '');
  return `phone:${createHash('sha256').update(own).digest('base64url').slice(0, 12)}`;
}

const HANDLE = /(?<![\p{L}\p{N}._@-])@([a-z][a-z0-9_]{4,31})(?![\p{L}\p{N}.@])/giu;

export function handlesIn(text: string): string[] {
  return [...text.matchAll(HANDLE)].map(([, name = '']) => `@${name.toLowerCase()}`);
}

/** Whether it gives a way to a seller whom a moderator knows: called spam, and hardly ever let stand. */
export function isKnownContact(words: readonly string[], { words: counts }: WordCounts): boolean {
  return words.some((word) => {
    if (!/^(?:link:.|phone:.|@)/.test(word)) return false;
    const { spam = 0, ham = 0 } = counts.get(word) ?? {};
    return spam > 0 && spam >= 3 * ham;
  });
}
