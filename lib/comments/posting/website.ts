import { plainLine } from './plain-text';

const LONGEST = 200;

/** A web address that may stand in a link, `''` for none, null for anything else that was typed. */
export function websiteAddress(rawText: string): string | null {
  const text = plainLine(rawText);
  if (text === '') return '';
  if (text.length > LONGEST || /\s/.test(text)) return null;

  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.hostname.includes('.');
  return ['http:', 'https:'].includes(url.protocol) && isPlain && url.href.length <= LONGEST * 3
    ? url.href
    : null;
}
