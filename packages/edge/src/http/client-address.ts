import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

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
  const isTrusted = trustFunction(trustedProxies);

  return (request) => {
    const { headers } = request;
    const nearest = plain(request.socket.remoteAddress ?? '');
    if (!isTrusted(nearest, 0)) return { address: nearest };

    // From the nearest to the farthest that a trusted proxy names.
    const address = plain(proxyAddr.all(request, isTrusted).findLast((hop) => isIP(hop) !== 0) ?? nearest);
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

function trustFunction(trustedProxies: readonly string[]): (address: string, index: number) => boolean {
  try {
    return proxyAddr.compile([...trustedProxies]);
  } catch (error) {
    throw new Error(
      `TRUSTED_PROXIES must be address ranges as in 10.0.0.0/8 or fd00::/8: ${(error as Error).message}.`,
    );
  }
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
