import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { isGuessable } from './guessable-password';

/**
 * scrypt from Node itself: no native package to build, off the main thread, and hard in memory like argon2id.
 * With OWASP's first choice, N = 2^17, a hash takes 128 MB for about 0.4 s. The parameters stand in each hash,
 * so they can grow: an older one still matches and is renewed at the next sign-in.
 */
function today(): Cost {
  return { N: 2 ** env().PASSWORD_COST, r: 8, p: 1 };
}

interface Cost {
  N: number;
  r: number;
  p: number;
}

const KEY_BYTES = 32;

/** A flood of sign-ins waits here instead of eating the machine: at most 256 MB and two threads at once. */
const MAX_AT_ONCE = 2;
/** Who stands further back would wait longer than a person does (~4 s) and is sent away. */
const MAX_WAITING = 20;

export const minPasswordLength = 10;
/** Far over any passphrase, far under what would cost time to hash. */
export const maxPasswordLength = 200;

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-guessable';

/**
 * Length, and that no guesser finds it soon; rules about digits and signs make passwords worse. `known`: the owner's address
 * and name.
 */
export async function passwordFault(
  password: string,
  known: readonly string[],
): Promise<PasswordFault | null> {
  const length = [...password.normalize('NFKC')].length;
  if (length < minPasswordLength) return 'password-too-short';
  if (length > maxPasswordLength) return 'password-too-long';
  return (await isGuessable(password, known)) ? 'password-guessable' : null;
}

/** Thrown when too many already wait; the sign-in answers it with "a moment, please". */
export class TooManyAtOnce extends Error {}

/** As stored: `scrypt$17$8$1$salt$key`, with log2 of N, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const cost = today();
  const salt = randomBytes(16);
  return stored(cost, salt, await derive(password, salt, KEY_BYTES, cost));
}

/** False for a wrong password and for anything that is not a hash of ours. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const parts = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(hash);
  if (!parts) return false;
  const [, log2N, r, p, salt = '', key = ''] = parts;
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: 2 ** Number(log2N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), expected.length, cost);
  return timingSafeEqual(derived, expected);
}

/** Whether it was made with other parameters than today's. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(`${prefix(today())}$`);
}

/**
 * What an unknown address is compared with, so that it costs what a known one costs. Its key is random: no
 * password fits it.
 */
export function nobodysHash(): string {
  return stored(today(), randomBytes(16), randomBytes(KEY_BYTES));
}

function stored(cost: Cost, salt: Buffer, key: Buffer): string {
  return [prefix(cost), salt.toString('base64url'), key.toString('base64url')].join('$');
}

function prefix({ N, r, p }: Cost): string {
  return `scrypt$${Math.log2(N)}$${r}$${p}`;
}

/** A password for a new member, handed over once: 20 letters and digits that cannot be misread, ~98 bits. */
export function onePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked: string[] = [];
  while (picked.length < 20) {
    // Bytes past the last whole multiple would favour the first letters.
    for (const byte of randomBytes(32)) if (byte < 248) picked.push(alphabet.charAt(byte % alphabet.length));
  }
  return picked
    .slice(0, 20)
    .join('')
    .replace(/.{5}(?!$)/g, '$&-');
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, bytes: number, cost: Cost) {
  if (running >= MAX_AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new TooManyAtOnce();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await scryptOf(password, salt, bytes, cost);
  } finally {
    // The place goes to the next in line, or is free again.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function scryptOf(password: string, salt: Buffer, bytes: number, cost: Cost) {
  // The same letters typed on another keyboard may come in another Unicode form.
  const normalized = password.normalize('NFKC');
  const maxmem = 160 * cost.N * cost.r;
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(normalized, salt, bytes, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
