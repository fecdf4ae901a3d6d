import { createHmac, timingSafeEqual } from 'node:crypto';
import { idIn } from '@/lib/forms/read-form';

export const ACCOUNT_COOKIE = 'barta-account';
export const ACCOUNT_SECONDS = 3600;

/** Who is on their own page, and since which version of their links. */
export interface AccountSession {
  commenterId: number;
  tokenVersion: number;
  /** When the mailed link was opened, to the second. */
  openedAt: Date;
}

/** The cookie's value, good for `ACCOUNT_SECONDS` and while the version is the commenter's. */
export function accountCookie({ commenterId, tokenVersion, openedAt }: AccountSession, key: string): string {
  const until = Math.floor(openedAt.getTime() / 1000) + ACCOUNT_SECONDS;
  const payload = `${commenterId}.${tokenVersion}.${until}`;
  return `${payload}.${sign(payload, key)}`;
}

/** What a cookie says, null if this house has not made it or its hour is over. */
export function readAccountCookie(cookie: string | undefined, key: string, now: Date): AccountSession | null {
  const [, payload = '', id = '', version = '', until = '', signature = ''] =
    /^((\d{1,15})\.(\d{1,9})\.(\d{1,12}))\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
  const [commenterId, tokenVersion] = [idIn(id), idIn(version)];
  if (!commenterId || !tokenVersion || Number(until) * 1000 <= now.getTime()) return null;
  const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload, key)));
  const openedAt = new Date((Number(until) - ACCOUNT_SECONDS) * 1000);
  return isOurs ? { commenterId, tokenVersion, openedAt } : null;
}

function sign(text: string, key: string): string {
  return createHmac('sha256', key).update(`account:${text}`).digest('base64url');
}
