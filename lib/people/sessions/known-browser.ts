import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a browser keeps after its member has signed in. It opens nothing: it only tells them from strangers who guess. */
export const KNOWN_BROWSER_COOKIE = 'barta-known-browser';
export const KNOWN_BROWSER_SECONDS = 180 * 86_400;

/** The cookie's value for a browser in which this address has just signed in. */
export function knownBrowserFor(email: string, key: string): string {
  const name = randomBytes(16).toString('base64url');
  return `${name}.${markOf(name, email, key)}`;
}

/** The browser's own name, if this house has given it one for this very address. */
export function knownBrowserIn(cookie: string | undefined, email: string, key: string): string | undefined {
  const [, name, mark] = /^([\w-]{22})\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
  if (!name || !mark) return undefined;
  return timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(name, email, key))) ? name : undefined;
}

function markOf(name: string, email: string, key: string): string {
  return createHmac('sha256', key).update(`known-browser:${name}:${email}`).digest('base64url');
}
