import { createHash, createHmac } from 'node:crypto';

/** 2^12 hashes on average: a moment for one telephone, an hour for ten thousand comments. */
export const WORK_BITS = 12;
const LIVES_MS = 10 * 60_000;

/**
 * A sum for the sender's browser, bound to what is sent: find a `nonce` so that sha256(`challenge:nonce`) begins with
 * WORK_BITS zero bits. Nothing of it is stored.
 */
export function challengeFor(said: string, at: Date, key: string): string {
  const time = at.getTime().toString(36);
  return `${time}.${sign(said, time, key)}`;
}

/** `answer`: `challenge:nonce`. */
export function isWorkDone(answer: string, said: string, now: Date, key: string): boolean {
  const [, time = '', signature = '', nonce] =
    /^([0-9a-z]{1,11})\.([\w-]{22}):(\d{1,12})$/.exec(answer) ?? [];
  if (nonce === undefined || signature !== sign(said, time, key)) return false;
  const ageMs = now.getTime() - Number.parseInt(time, 36);
  if (ageMs < -5_000 || ageMs > LIVES_MS) return false;
  return createHash('sha256').update(answer).digest().readUInt16BE(0) >>> (16 - WORK_BITS) === 0;
}

function sign(said: string, time: string, key: string): string {
  return createHmac('sha256', key).update(`work:${time}:${said}`).digest('base64url').slice(0, 22);
}
