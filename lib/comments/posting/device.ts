import { randomBytes } from 'node:crypto';

/** The browser's own token: it tells one device from another, and nothing else. Sent back by POST only. */
export const DEVICE_COOKIE = 'barta-device';
export const DEVICE_LIVES_SECONDS = 365 * 86_400;

export function newDevice(): string {
  return randomBytes(16).toString('base64url');
}

/** A token as this house makes them; `''` for anything else that a cookie may hold. */
export function deviceIn(cookie: string | undefined): string {
  return cookie !== undefined && /^[\w-]{22}$/.test(cookie) ? cookie : '';
}
