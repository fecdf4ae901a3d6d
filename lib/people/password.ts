import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * scrypt from Node itself: no native package to build, off the main thread, and hard in memory like argon2id.
 * OWASP's first choice of parameters; one hash takes 128 MB for about 0.4 s. They stand in each hash, so they
 * can grow: an older one still matches and is renewed at the next sign-in.
 */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const KEY_BYTES = 32;

/** A flood of sign-ins waits here instead of eating the machine: at most 256 MB and two threads at once. */
const MAX_AT_ONCE = 2;
/** Who stands further back would wait longer than a person does (~4 s) and is sent away. */
const MAX_WAITING = 20;

export const minPasswordLength = 10;
/** Far over any passphrase, far under what would cost time to hash. */
export const maxPasswordLength = 200;

/** Thrown when too many already wait; the sign-in answers it with "a moment, please". */
export class TooManyAtOnce extends Error {}

/** As stored: `scrypt$17$8$1$salt$key`, with log2 of N, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, KEY_BYTES, COST);
  return ['scrypt', Math.log2(COST.N), COST.r, COST.p, base64(salt), base64(key)].join('$');
}

/** False for a wrong password and for anything that is not a hash of ours. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const parts = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (!parts) return false;
  const [, log2N, r, p, salt = '', key = ''] = parts;
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: 2 ** Number(log2N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), expected.length, cost);
  return timingSafeEqual(derived, expected);
}

/** Whether it was made with other parameters than today's. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`scrypt$${Math.log2(COST.N)}$${COST.r}$${COST.p}$`);
}

/**
 * What an unknown address is compared with, so that it costs what a known one costs. Of a random key: no
 * password fits it.
 */
export const nobodysHash = [
  'scrypt',
  Math.log2(COST.N),
  COST.r,
  COST.p,
  base64(randomBytes(16)),
  base64(randomBytes(KEY_BYTES)),
].join('$');

/** A password for a new member, handed over once: 20 letters and digits that cannot be misread, ~98 bits. */
export function onePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked: string[] = [];
  while (picked.length < 20) {
    // Bytes past the last whole multiple would favour the first letters.
    for (const byte of randomBytes(32)) if (byte < 248) picked.push(letters.charAt(byte % letters.length));
  }
  return picked
    .slice(0, 20)
    .join('')
    .replace(/.{5}(?!$)/g, '$&-');
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(
  password: string,
  salt: Buffer,
  bytes: number,
  cost: { N: number; r: number; p: number },
) {
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

function scryptOf(password: string, salt: Buffer, bytes: number, cost: { N: number; r: number; p: number }) {
  // The same letters typed on another keyboard may come in another Unicode form.
  const typed = password.normalize('NFKC');
  const maxmem = 160 * cost.N * cost.r;
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(typed, salt, bytes, { ...cost, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64url');
}
