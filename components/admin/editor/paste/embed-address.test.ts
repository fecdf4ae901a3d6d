import { expect, test } from 'vitest';
import { embedOf, isWorthACard } from './embed-address';

test.each([
  ['https://www.youtube.com/watch?v=abc', 'youtube'],
  ['https://youtu.be/abc', 'youtube'],
  ['https://m.facebook.com/story/1', 'facebook'],
  ['https://twitter.com/a/status/1', 'x'],
  ['https://x.com/a/status/1', 'x'],
  ['https://example.com/a.MP3', 'audio'],
  ['/media/a.mp4', 'video'],
  ['https://example.com/a', 'link'],
  ['https://notx.com/a', 'link'],
])('%s is of %s', (address, provider) => {
  expect(embedOf(address)?.provider).toBe(provider);
  expect(isWorthACard(address)).toBe(provider !== 'link');
});

test.each([
  '',
  'ক খ',
  'javascript:alert(1)',
  'ftp://a.b',
  '/admin',
  'https://a b.c',
  'https://www.youtube.com@evil.example/watch?v=abc',
  'https://www.youtube.com:80@evil.example/watch?v=abc',
])('%j is no address', (address) => {
  expect(embedOf(address)).toBeNull();
});
