import { z } from 'zod';

/**
 * What counts as one network, from `x-forwarded-for` as the edge server has set it: an IPv4 address, or the /64 of an
 * IPv6 one, because a home has 2^64 of those. Anything else is one network, called `unknown`.
 */
export function networkIn(forwardedFor: string | null): string {
  const first = (forwardedFor ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  const address = first.replace(/^::ffff:(?=\d+\.)/, '');
  if (z.ipv4().safeParse(address).success) return address;
  if (!z.ipv6().safeParse(address).success) return 'unknown';

  const [head = '', tail = ''] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
