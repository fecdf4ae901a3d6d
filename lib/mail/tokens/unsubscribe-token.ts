import { createHmac, timingSafeEqual } from 'node:crypto';
import { idIn } from '@/lib/forms/read-form';

/** What one click ends: one subscription, or all of an address. */
export type Unsubscribed = { subscriptionId: number } | { commenterId: number };

/**
 * The token of every letter's way out. It is signed, not stored, and never gets old: a letter from last year must
 * still be able to be the last one.
 */
export function unsubscribeToken(what: Unsubscribed, key: string): string {
  const named = 'subscriptionId' in what ? `s${what.subscriptionId}` : `c${what.commenterId}`;
  return `${named}.${sign(named, key)}`;
}

/** What a token ends, null if this house has not made it. */
export function readUnsubscribeToken(token: string, key: string): Unsubscribed | null {
  const [, named = '', kind, digits = '', signature = ''] =
    /^((s|c)(\d{1,15}))\.([\w-]{32})$/.exec(token) ?? [];
  const id = idIn(digits);
  if (!id || !timingSafeEqual(Buffer.from(signature), Buffer.from(sign(named, key)))) return null;
  return kind === 's' ? { subscriptionId: id } : { commenterId: id };
}

function sign(named: string, key: string): string {
  return createHmac('sha256', key).update(`unsubscribe:${named}`).digest('base64url').slice(0, 32);
}
