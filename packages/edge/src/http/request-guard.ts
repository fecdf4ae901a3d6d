import type { IncomingHttpHeaders } from 'node:http';
import type { RequestAddress } from './request-address.ts';

/** A host, with or without a port. Anything else in that header was not sent by a browser. */
export function isValidHost(host: string | undefined): host is string {
  return host !== undefined && /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host);
}

export interface OriginCheck {
  siteUrl: string;
  headers: IncomingHttpHeaders;
  hasSession(cookie: string | undefined): boolean;
}

/**
 * A write must come from a page of this site. Browsers say so in Sec-Fetch-Site and Origin; a client that sends neither is
 * no current browser (curl, an old one), and is accepted only without a session.
 */
export function isSameOrigin({ siteUrl, headers, hasSession }: OriginCheck): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = headers;
  if (origin === undefined) return site !== undefined || !hasSession(headers.cookie);
  if (origin === new URL(siteUrl).origin) return true;
  const hostOfOrigin = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1];
  return hostOfOrigin !== undefined && hostOfOrigin.toLowerCase() === host?.toLowerCase();
}

/** Content types that Next can read; it answers 500 to some others. Route handlers take JSON too, React's client sends text. */
export function acceptsContentType(address: RequestAddress, headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'] ?? '';
  if (/^multipart\/form-data;.*\bboundary=("[^"\r\n]{1,70}"|[^\s";,]{1,70})/i.test(type)) return true;
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return true;
  if (isRouteHandler(address.path)) return /^(application\/json|text\/plain)\s*(;|$)/i.test(type);
  return address.kind === 'private' && 'next-action' in headers && /^text\/plain\s*(;|$)/i.test(type);
}

/** By Next's convention. What lies there reads its body itself; all else is a page with server actions. */
export function isRouteHandler(path: string): boolean {
  return path.startsWith('/api/');
}
