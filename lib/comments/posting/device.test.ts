import { expect, test } from 'vitest';
import { deviceIn, newDevice, signedDevice } from './device';

const key = 'a-key-of-this-site';
const noon = new Date('2026-11-24T06:00:00Z');

test('a cookie of this site names its device and when it was made', () => {
  const { cookie, token } = newDevice(key, noon);
  expect(deviceIn(cookie, key)).toEqual({ token, madeAt: noon });
  expect(newDevice(key, noon).token).not.toBe(token);
});

test('a token from before cookies were signed stays the device that it was', () => {
  const { token } = newDevice(key, noon);
  expect(deviceIn(token, key)).toEqual({ token, madeAt: null });
});

test.each([
  ['of another key', signedDevice('a'.repeat(22), 'another key', noon)],
  ['with another token', newDevice(key, noon).cookie.replace(/^.{22}/, 'b'.repeat(22))],
  ['made older than it is', newDevice(key, noon).cookie.replace(/\.\d+\./, '.1000.')],
  ['without a signature', `${'a'.repeat(22)}.1796104800`],
  ['cut', newDevice(key, noon).cookie.slice(0, -1)],
  ['empty', ''],
  ['a script', '<script>alert(1)</script>'],
])('a forged cookie is nobody: %s', (_, cookie) => {
  expect(deviceIn(cookie, key)).toBeNull();
});
