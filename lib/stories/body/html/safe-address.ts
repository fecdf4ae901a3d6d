import { env } from '@/lib/env';

/**
 * Checks where a link in a body may lead: our own pages by path, other sites by full address and with `rel` values
 * that vouch for nothing.
 */
export function safeAddress(href: string): { href: string; rel?: string } | null {
  const site = new URL(env().SITE_URL);
  const url = URL.parse(href.trim(), site);
  if (!url || href.trim() === '') return null;
  if (url.protocol === 'mailto:') return { href: href.trim() };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // `https://known.example@other.example` reads like an address of the first and leads to the second.
  if (url.username !== '' || url.password !== '') return null;
  if (url.host === site.host) return { href: href.trim() };
  return { href: url.href, rel: 'nofollow noopener' };
}
