import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientResolver } from './client-address.ts';

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

test.each<[string, string[], string, string, string]>([
  ['nobody is trusted', [], '203.0.113.9', '1.2.3.4', '203.0.113.9'],
  ['the proxy is trusted', ['10.0.0.0/8'], '10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['two proxies are', ['10.0.0.0/8'], '10.1.2.3', '203.0.113.9, 10.9.9.9', '203.0.113.9'],
  ['the sender lies before the proxy', ['10.0.0.0/8'], '10.1.2.3', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
  ['a stranger claims to be a proxy', ['10.0.0.0/8'], '203.0.113.9', '10.0.0.1', '203.0.113.9'],
  ['a v4 address comes by a v6 socket', ['127.0.0.1'], '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['the proxy has a v6 address', ['fd00::/8'], 'fd12::1', '2001:db8::7', '2001:db8::7'],
  ['what is forwarded is no address', ['10.0.0.0/8'], '10.1.2.3', 'unknown, <script>', '10.1.2.3'],
])('when %s', (_, trusted, socket, forwarded, expected) => {
  const clientOf = clientResolver(trusted);

  expect(clientOf(from(socket, { 'x-forwarded-for': forwarded })).address).toBe(expected);
});

test('scheme and host are believed from a trusted proxy only', () => {
  const headers = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'barta.example',
  };

  expect(clientResolver(['10.0.0.1'])(from('10.0.0.1', headers))).toMatchObject({
    proto: 'https',
    host: 'barta.example',
  });
  expect(clientResolver([])(from('10.0.0.1', headers))).toEqual({ address: '10.0.0.1' });
});

test.each(['10.0.0.0/33', 'proxy.local', '10.0.0.0/x', 'fd00::/129'])(
  '%s is refused at the start',
  (cidr) => {
    expect(() => clientResolver([cidr])).toThrow(cidr);
  },
);
