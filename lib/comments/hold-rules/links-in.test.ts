import { expect, test } from 'vitest';
import { env } from '@/lib/env';
import { linksIn } from './links-in';

const own = env().SITE_URL;

test.each<[string, number]>([
  ['https://a.example/x?y=1', 1],
  ['দেখুন www.b.example ও c.com', 2],
  ['taka-ay.xyz/join', 1],
  ['hxxps://a.example', 1],
  ['a[.]example, b(.)shop, c (dot) com', 3],
  ['taka24 dot com আর taka ডট কম', 2],
  ['bet-king . com এ', 1],
  ['rahim@mail.com', 0],
  ['আজ.কাল.পরশু', 0],
  ['দাম বেশি.কম না', 0],
  ['ডট কম ব্যবসার যুগ', 0],
  ['the hospital.But no', 0],
  [`${own}/international/1 এবং ${own}/sports/2`, 0],
])('%s: %i', (text, count) => {
  expect(linksIn(text)).toBe(count);
});

test('whose address only begins like ours is a stranger', () => {
  expect(linksIn(`${own}.evil.example/`)).toBeGreaterThan(0);
});

test('a text of nothing but points takes no time to speak of', () => {
  for (const text of [
    'a.'.repeat(50_000),
    'a . '.repeat(50_000),
    `${'a'.repeat(100_000)}.com`,
    '(.)'.repeat(50_000),
  ])
    expect(linksIn(text)).toBeGreaterThanOrEqual(0);
});
