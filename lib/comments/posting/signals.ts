import type { TokenReading } from '../spam/form-token';
import { keyedHash } from './keyed-hash';

/** What a request tells about its sender. Each is a keyed hash: whether two are the same, not which; `''` unknown. */
export interface CommentSignals {
  /** /24 or /48. */
  network: string;
  /** The browser's own token. */
  device?: string;
  /** When this site gave the browser its token; null for a browser that came without one it had given. */
  deviceMadeAt?: Date | null;
  /** The e-mail address, as bans know it. */
  address?: string;
  /** Everyone who comes by a proxy that nobody named is this machine itself: no crowd is told from it. */
  isLocal?: boolean;
  /** What the form's token says; undefined for what came by no form. */
  form?: TokenReading;
  /** A sum that the browser would do if asked, or has done. */
  proofOfWork?: 'offered' | 'done';
}

/** `forwardedFor`: the header as the edge server has set it; the last address is the one that it saw itself. */
export function signalsFrom(
  forwardedFor: string | null,
  key: string,
  { device = '', email = '' }: { device?: string; email?: string } = {},
): CommentSignals {
  const address = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  return {
    network: keyedHash('network', networkOf(address), key),
    ...(device !== '' && { device: keyedHash('device', device, key) }),
    ...(email !== '' && { address: keyedHash('address', email, key) }),
    ...(/^(::1|(::ffff:)?127\.)/i.test(address) && { isLocal: true }),
  };
}

/** A provider gives one subscriber many addresses of one network, so the network is what can be known again. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) return plain.split('.').slice(0, 3).join('.');
  if (!/^[0-9a-f]*:[0-9a-f:]+$/i.test(plain)) return '';
  const [head = ''] = plain.toLowerCase().split('::');
  const groups = head
    .split(':')
    .filter(Boolean)
    .map((group) => group.padStart(4, '0'));
  return [...groups, '0000', '0000', '0000'].slice(0, 3).join(':');
}
