import { expect, test } from 'vitest';
import { readRememberedWriter, rememberedWriterCookie } from './remembered-writer';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const writer = { name: 'রহিম উদ্দিন', email: 'rahim@example.com', website: '' };

test('a cookie gives the writer back to this site only, and shows nothing by itself', () => {
  const cookie = rememberedWriterCookie(writer, secret);
  expect(cookie).toMatch(/^[\w-]+$/);
  expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain('rahim');
  expect(readRememberedWriter(cookie, secret)).toEqual(writer);
  expect(readRememberedWriter(cookie, `${secret}!`)).toBeNull();
  for (const wrong of [undefined, '', 'x', cookie.slice(0, -4), `${cookie}AAAA`]) {
    expect(readRememberedWriter(wrong, secret)).toBeNull();
  }
});
