import { expect, test } from 'vitest';
import { networkOf, signalsFrom } from './signals';

test.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113'],
  ['2001:db8:1:2::7', '2001:0db8:0001'],
  ['2001:DB8::1', '2001:0db8:0000'],
  ['::1', '0000:0000:0000'],
  ['', ''],
  ['unknown', ''],
])('%j is of the network %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('two neighbours are known as such, and their network is not named', () => {
  const one = signalsFrom('203.0.113.7', 'key');
  expect(signalsFrom('203.0.113.99', 'key')).toEqual(one);
  expect(signalsFrom('203.0.114.7', 'key')).not.toEqual(one);
  expect(signalsFrom('203.0.113.7', 'another key')).not.toEqual(one);
  expect(one.network).toMatch(/^[\w-]{16}$/);
});

test('of several addresses the one counts that the edge server saw itself', () => {
  expect(signalsFrom('1.2.3.4, 203.0.113.7', 'key')).toEqual(signalsFrom('203.0.113.7', 'key'));
});

test('without a header nothing is known', () => {
  expect(signalsFrom(null, 'key')).toEqual({ network: '' });
});
