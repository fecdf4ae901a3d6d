import { createHmac } from 'node:crypto';

/** What a request tells about its sender without being asked. */
export interface CommentSignals {
  /** A keyed hash of the network (/24 or /48), `''` if unknown: tells whether two are the same, not which. */
  network: string;
}

/** `forwardedFor`: the header as the door has set it; the last address is the one that it saw itself. */
export function signalsFrom(forwardedFor: string | null, key: string): CommentSignals {
  const network = networkOf(forwardedFor?.split(',').at(-1)?.trim() ?? '');
  if (network === '') return { network };
  return { network: createHmac('sha256', key).update(network).digest('base64url').slice(0, 16) };
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
