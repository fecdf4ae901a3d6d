import { plainLine } from './plain-text';

const LONGEST = 254;
const LOCAL_PART = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/**
 * The address as it is stored and compared, or null if no letter could reach it. Every step is linear in the
 * length: split at one character, then a bounded pattern for each part.
 */
export function emailAddress(rawText: string): string | null {
  const address = plainLine(rawText).toLowerCase().normalize('NFC');
  if (address.length > LONGEST) return null;

  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const labels = address.slice(at + 1).split('.');
  if (!LOCAL_PART.test(local) || local.split('.').includes('')) return null;
  if (labels.length < 2 || !labels.every((label) => DOMAIN_LABEL.test(label))) return null;
  return /^[\p{L}\p{M}-]{2,}$|^xn--/u.test(labels.at(-1) ?? '') ? address : null;
}

/** What the hand makes of the largest mail houses. Nobody has an address there, and what is sent to it is never seen. */
const SLIPS: Readonly<Record<string, string>> = {
  'gmail.com':
    'gmial.com gmal.com gamil.com gmai.com gmil.com gnail.com gmaill.com gmail.co gmail.con gmail.cm gmail.om',
  'yahoo.com': 'yaho.com yahooo.com yhoo.com yahoo.co yahoo.con',
  'hotmail.com': 'hotmial.com hotmal.com hotmai.com hotmail.co hotmail.con',
  'outlook.com': 'outlok.com outloook.com outlook.co outlook.con',
};
const MEANT = new Map(
  Object.entries(SLIPS).flatMap(([domain, slips]) => slips.split(' ').map((slip) => [slip, domain] as const)),
);

/** The address that was meant where its house is misspelt; null where nothing says so. */
export function addressMeant(address: string): string | null {
  const at = address.lastIndexOf('@');
  const domain = MEANT.get(address.slice(at + 1));
  return domain ? `${address.slice(0, at)}@${domain}` : null;
}

/** False for none, and for one whose house is misspelt. */
export function isReachable(address: string | null): boolean {
  return address !== null && addressMeant(address) === null;
}

/** Enough of an address to tell two readers apart, too little to write to either. */
export function maskedAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${[...local].slice(0, local.length > 3 ? 2 : 1).join('')}•••@${domain}`;
}
