import { createHmac, timingSafeEqual } from 'node:crypto';
import { idIn } from '@/lib/forms/read-form';

export const ACCOUNT_COOKIE = 'barta-account';
export const ACCOUNT_SECONDS = 3600;

/** Who is on their own page, and since which version of their links. */
export interface AccountSession {
  commenterId: number;
  tokenVersion: number;
}

/** The cookie's value, good until `ACCOUNT_SECONDS` from now and while the version is the commenter's. */
export function accountCookie({ commenterId, tokenVersion }: AccountSession, key: string, now: Date): string {
  const payload = `${commenterId}.${tokenVersion}.${Math.floor(now.getTime() / 1000) + ACCOUNT_SECONDS}`;
  return `${payload}.${sign(payload, key)}`;
}

/** What a cookie says, null if this house has not made it or its hour is over. */
export function readAccountCookie(cookie: string | undefined, key: string, now: Date): AccountSession | null {
  const [, payload = '', id = '', version = '', until = '', signature = ''] =
    /^((\d{1,15})\.(\d{1,9})\.(\d{1,12}))\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
  const [commenterId, tokenVersion] = [idIn(id), idIn(version)];
  if (!commenterId || !tokenVersion || Number(until) * 1000 <= now.getTime()) return null;
  const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload, key)));
  return isOurs ? { commenterId, tokenVersion } : null;
}

function sign(text: string, key: string): string {
  return createHmac('sha256', key).update(`account:${text}`).digest('base64url');
}
