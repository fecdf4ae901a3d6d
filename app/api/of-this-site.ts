import type { NextRequest } from 'next/server';

/** The edge server has asked this already; asked again here, for whoever runs the pages without it. */
export function isOfThisSite({ headers }: NextRequest): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null) return site !== null;
  const hosts = [headers.get('x-forwarded-host'), headers.get('host')];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
