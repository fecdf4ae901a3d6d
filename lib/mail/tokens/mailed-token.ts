import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@/db/client';
import { emailTokens } from '@/db/schema';

const HOUR = 3_600_000;
/** A person may read the letter after a weekend; the way into one's own page is asked for when it is needed. */
const LIVES: Record<MailedPurpose, number> = {
  confirm: 7 * 24 * HOUR,
  account: HOUR,
  device: 24 * HOUR,
};
export const ACCOUNT_LINK_MINUTES = LIVES.account / 60_000;
export const CONFIRM_LINK_DAYS = LIVES.confirm / (24 * HOUR);

export const DEVICE_LINK_HOURS = LIVES.device / HOUR;

export type MailedPurpose = 'confirm' | 'account' | 'device';

/** A new link's token, 256 random bits. Only its hash is stored. */
export function mailToken(t: Tx, purpose: MailedPurpose, commenterId: number, now: Date): string {
  const token = randomBytes(32).toString('base64url');
  t.insert(emailTokens)
    .values({
      tokenHash: tokenHash(token),
      commenterId,
      purpose,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIVES[purpose]),
    })
    .run();
  return token;
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
