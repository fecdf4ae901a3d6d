import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The browser's own token: it tells one device from another, and nothing else. Sent back by POST only. */
export const DEVICE_COOKIE = 'barta-device';
export const DEVICE_LIVES_SECONDS = 365 * 86_400;

/** A browser as its cookie names it. What is stored of it is a keyed hash of the token. */
export interface Device {
  token: string;
  /** When this site made the token; null for one from before tokens were signed. */
  madeAt: Date | null;
}

/** A new device, with the value of its cookie. */
export function newDevice(key: string, now: Date): Device & { cookie: string } {
  const token = randomBytes(16).toString('base64url');
  return { token, madeAt: now, cookie: signedDevice(token, key, now) };
}

/** The cookie's value for a token: the token, the second in which it was made, and the signature over both. */
export function signedDevice(token: string, key: string, madeAt: Date): string {
  const payload = `${token}.${Math.floor(madeAt.getTime() / 1000)}`;
  return `${payload}.${sign(payload, key)}`;
}

/**
 * The device of a cookie; null for anything that this site has not made. A bare token is accepted from before there were
 * signatures: it is 128 random bits, and whoever invents one is a device that nobody has seen.
 */
export function deviceIn(cookie: string | undefined, key: string): Device | null {
  if (cookie === undefined) return null;
  if (/^[\w-]{22}$/.test(cookie)) return { token: cookie, madeAt: null };
  const [, payload = '', token = '', seconds = '', signature = ''] =
    /^(([\w-]{22})\.(\d{1,12}))\.([\w-]{43})$/.exec(cookie) ?? [];
  if (token === '' || !timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload, key)))) return null;
  return { token, madeAt: new Date(Number(seconds) * 1000) };
}

function sign(payload: string, key: string): string {
  return createHmac('sha256', key).update(`device-cookie:${payload}`).digest('base64url');
}
