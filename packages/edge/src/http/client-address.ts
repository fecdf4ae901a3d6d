import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export interface Client {
  /** The nearest address that is not a proxy of ours. */
  address: string;
  /** What a trusted proxy says that the browser used. */
  proto?: 'http' | 'https';
  host?: string;
}

/**
 * Who sent a request. Forwarded headers are believed only from proxies that the operator named, and read from
 * the right: what stands left of the first stranger is the stranger's own claim.
 */
export function clientResolver(trustedProxies: readonly string[]): (request: IncomingMessage) => Client {
  const trusted = new BlockList();
  for (const cidr of trustedProxies) {
    const [network = '', bits] = cidr.split('/');
    const version = isIP(network);
    const most = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    if (version === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
      throw new Error(`TRUSTED_PROXIES: "${cidr}" is not an address range as in 10.0.0.0/8 or fd00::/8.`);
    }
    trusted.addSubnet(network, prefix, version === 4 ? 'ipv4' : 'ipv6');
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

  return ({ socket, headers }) => {
    const nearest = plain(socket.remoteAddress ?? '');
    if (!isTrusted(nearest)) return { address: nearest };

    const chain = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((hop) => plain(hop.trim()))
      .filter((hop) => isIP(hop) !== 0);
    const address = chain.findLast((hop) => !isTrusted(hop)) ?? chain[0] ?? nearest;
    const proto = String(headers['x-forwarded-proto'] ?? '')
      .split(',')[0]
      ?.trim();
    const host = headers['x-forwarded-host'];
    return {
      address,
      ...(proto === 'http' || proto === 'https' ? { proto } : {}),
      ...(typeof host === 'string' ? { host } : {}),
    };
  };
}

/** `::ffff:10.0.0.1` is how a socket for both families spells 10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

/** An IPv4 address as it is; of an IPv6 one the /64, which is one household's or one machine's. */
export function networkOf({ address }: Client): string {
  if (!address.includes(':')) return address;
  const [front = '', back] = address.toLowerCase().split('::');
  const head = front === '' ? [] : front.split(':');
  const tail = back ? back.split(':') : [];
  const gap = back === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(gap).fill('0'), ...tail].slice(0, 4).join(':');
}
