import type { IncomingHttpHeaders } from 'node:http';
import type { RequestAddress } from './request-address';

const kB = 1024;
/** A reader's form, and that with pictures: below what Next takes for an action (`next.config.ts`). */
export const formBytes = 320 * kB;
const newsBytes = 22 * kB * kB;

/** A host, with or without a port. Anything else in that header is nobody's browser. */
export function isValidHost(host: string | undefined): host is string {
  return host !== undefined && /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host);
}

export interface OriginCheck {
  siteUrl: string;
  headers: IncomingHttpHeaders;
}

/**
 * A write must come from a page of ours. Browsers say so in Sec-Fetch-Site and Origin; what sends neither is
 * no browser (curl, an old one), and may speak for itself but not with a member's session.
 */
export function isSameOrigin({ siteUrl, headers }: OriginCheck): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = headers;
  if (origin === undefined) return site !== undefined || !carriesStaffSession(headers.cookie);
  if (origin === new URL(siteUrl).origin) return true;
  const hostOfOrigin = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1];
  return hostOfOrigin !== undefined && hostOfOrigin.toLowerCase() === host?.toLowerCase();
}

/**
 * The one click that ends a subscription (RFC 8058): mailboxes send it from wherever they are. The token in its
 * address says what it may end, and it can do nothing else.
 */
export function allowsCrossOrigin(path: string): boolean {
  return path === '/api/letters/unsubscribe';
}

export function carriesStaffSession(cookie: string | undefined): boolean {
  return (
    cookie !== undefined &&
    /(?:^|;\s*)(?:__Secure-|__Host-)?next-auth\.session-token(?:\.\d+)?=./.test(cookie)
  );
}

/**
 * The most bytes that a body may have: a reader's form, the desk's, and a picture sent by someone signed in.
 * A comment's 5,000 letters of the longest kind (emoji families) are 125 kB, and a form that was refused carries
 * them twice: as typed, and in its last state. A reader's news may have five pictures; who sends more than a form's
 * worth stands in a line of their own (`serve.ts`).
 */
export function bodyLimit(path: string, cookie: string | undefined): number {
  // A story's fields as JSON: a document of blocks may have 1.6 million characters, three bytes each in Bengali.
  if (path === '/api/drafts' && carriesStaffSession(cookie)) return 5 * kB * kB;
  if (path === '/api/views') return 2 * kB;
  if (path === '/send-news') return newsBytes;
  // A film comes in pieces of 4 MB.
  const isFiles = path === '/api/pictures' || path === '/api/media';
  if (!isFiles && !/^\/admin(\/|$)/.test(path)) return formBytes;
  const mayHoldPicture =
    (isFiles || /^\/admin\/(pictures|media|stories|ads|settings\/identity)(\/|$)/.test(path)) &&
    carriesStaffSession(cookie);
  return mayHoldPicture ? 25 * kB * kB : 2 * kB * kB;
}

/** What a body may be. Next answers 500 to some others. `/api` reads JSON too, the desk's client sends text. */
export function acceptsContentType(address: RequestAddress, headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'] ?? '';
  if (/^multipart\/form-data;.*\bboundary=("[^"\r\n]{1,70}"|[^\s";,]{1,70})/i.test(type)) return true;
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return true;
  if (address.path.startsWith('/api/')) {
    return /^(application\/json|text\/plain)\s*(;|$)/i.test(type);
  }
  return address.kind === 'visitor' && 'next-action' in headers && /^text\/plain\s*(;|$)/i.test(type);
}
