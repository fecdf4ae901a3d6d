import { createHmac, timingSafeEqual } from 'node:crypto';

/** A tab that was left open for longer is asked to send once more, with a fresh token and its text kept. */
export const FORM_LIVES_MS = 3 * 86_400_000;

/**
 * Says that this house made a form, for which story and when. It stands in a page that all readers share, so it
 * proves no person; it makes each flood fetch our pages, and no form serves two stories.
 */
export function formToken(storyId: number, at: Date, key: string): string {
  const time = at.getTime().toString(36);
  return `${time}.${sign(`${storyId}.${time}`, key)}`;
}

export type TokenReading = { kind: 'none' } | { kind: 'wrong' | 'old' } | { kind: 'right'; ageMs: number };

export function readFormToken(token: string, storyId: number, now: Date, key: string): TokenReading {
  if (token === '') return { kind: 'none' };
  const [, time = '', signature = ''] = /^([0-9a-z]{1,11})\.([\w-]{22})$/.exec(token) ?? [];
  const right = Buffer.from(sign(`${storyId}.${time}`, key));
  if (signature.length !== right.length || !timingSafeEqual(Buffer.from(signature), right))
    return { kind: 'wrong' };
  const ageMs = now.getTime() - Number.parseInt(time, 36);
  // Two clocks of one house may differ by a little.
  if (ageMs < -5_000) return { kind: 'wrong' };
  return ageMs > FORM_LIVES_MS ? { kind: 'old' } : { kind: 'right', ageMs };
}

function sign(text: string, key: string): string {
  return createHmac('sha256', key).update(`form:${text}`).digest('base64url').slice(0, 22);
}
