import { createHash, createHmac } from 'node:crypto';

/** 2^12 hashes on average: a moment for one telephone, an hour for ten thousand comments. */
export const PROOF_BITS = 12;
const LIVES_MS = 10 * 60_000;

/**
 * A sum for the sender's browser, bound to what is sent: find a `nonce` so that sha256(`challenge:nonce`) begins with
 * PROOF_BITS zero bits. Nothing of it is stored.
 */
export function challengeFor(message: string, at: Date, key: string): string {
  const time = at.getTime().toString(36);
  return `${time}.${sign(message, time, key)}`;
}

/** `answer`: `challenge:nonce`. */
export function isProofValid(answer: string, message: string, now: Date, key: string): boolean {
  const [, time = '', signature = '', nonce] =
    /^([0-9a-z]{1,11})\.([\w-]{22}):(\d{1,12})$/.exec(answer) ?? [];
  if (nonce === undefined || signature !== sign(message, time, key)) return false;
  const ageMs = now.getTime() - Number.parseInt(time, 36);
  if (ageMs < -5_000 || ageMs > LIVES_MS) return false;
  return createHash('sha256').update(answer).digest().readUInt16BE(0) >>> (16 - PROOF_BITS) === 0;
}

function sign(message: string, time: string, key: string): string {
  return createHmac('sha256', key).update(`work:${time}:${message}`).digest('base64url').slice(0, 22);
}
