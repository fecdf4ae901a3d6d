import { createHash, randomBytes } from 'node:crypto';

/**
 * A shift and its overtime. Counted from the sign-in and not from the last click: a browser left open in the
 * newsroom is nobody's next morning.
 */
export const sessionHours = 12;

/** What the cookie carries: 256 random bits that mean nothing by themselves. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of it. The token is random, so a fast hash is enough. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function isOver(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() >= sessionHours * 3_600_000;
}
