import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';
import { hashPassword, isOutdated, onePassword, passwordFault, passwordMatches } from './password';

/** As an older version might have stored it: cheaper, and quick enough for a test. */
function olderHash(password: string): string {
  const salt = Buffer.from('0123456789abcdef');
  const key = scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
  return ['scrypt', 10, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}

test('a password fits its own hash and no other, and two hashes of it differ', async () => {
  const first = await hashPassword('নদীর ওপারে আলো');
  expect(first).toMatch(/^scrypt\$11\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await passwordMatches('নদীর ওপারে আলো', first)).toBe(true);
  expect(await passwordMatches('নদীর ওপারে আল', first)).toBe(false);
  expect(await hashPassword('নদীর ওপারে আলো')).not.toBe(first);
  expect(isOutdated(first)).toBe(false);
});

test('the same letters fit, however the keyboard composed them', async () => {
  expect(await passwordMatches('\u09A1\u09BC and \u09CB', olderHash('\u09A1\u09BC and \u09CB'))).toBe(true);
  expect(await passwordMatches('\u09DC and \u09C7\u09BE', olderHash('\u09A1\u09BC and \u09CB'))).toBe(true);
});

test('where nobody says otherwise, a guess costs 128 MB', () => {
  expect(parseEnv({}).PASSWORD_COST).toBe(17);
});

test('a hash with smaller parameters still fits, and asks to be renewed', async () => {
  const old = olderHash('correct horse');
  expect(await passwordMatches('correct horse', old)).toBe(true);
  expect(await passwordMatches('wrong horse', old)).toBe(false);
  expect(isOutdated(old)).toBe(true);
});

test.each(['', '-', 'scrypt$17$8$1$abc', 'plain', '$argon2id$v=19$m=1$a$b'])(
  'nothing fits what is no hash of ours: %j',
  async (stored) => {
    expect(await passwordMatches('', stored)).toBe(false);
    expect(await passwordMatches(stored, stored)).toBe(false);
  },
);

test.each([
  ['', 'password-too-short'],
  ['123456789', 'password-too-short'],
  ['1234567890', 'password-guessable'],
  ['qwertyuiop', 'password-guessable'],
  ['password123', 'password-guessable'],
  ['aaaaaaaaaaaa', 'password-guessable'],
  ['rahim@barta.test', 'password-guessable'],
  ['Rahim12345', 'password-guessable'],
  ['bartaadmin', 'password-guessable'],
  ['নদীর ওপারে আলো', null],
  ['correct horse', null],
  ['correct horse battery '.repeat(9), null],
  ['x'.repeat(201), 'password-too-long'],
])('the password %j: %s', async (password, fault) => {
  expect(await passwordFault(password, ['rahim@barta.test', 'রহিম উদ্দিন'])).toBe(fault);
});

test('a password that is handed over is long, easy to read out and never the same', () => {
  const made = Array.from({ length: 50 }, onePassword);
  for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  expect(new Set(made).size).toBe(50);
});
