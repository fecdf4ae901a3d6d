import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { commenters, emailTokens } from '@/db/schema';
import { type MailedPurpose, tokenHash } from './mailed-token';

/** Uses a mailed link up: whose it is, or null if it is unknown, used, expired or of another purpose. */
export function spendToken(t: Tx, purpose: MailedPurpose, token: string, now: Date) {
  const spent = t
    .update(emailTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(emailTokens.tokenHash, tokenHash(token)),
        eq(emailTokens.purpose, purpose),
        isNull(emailTokens.usedAt),
        gt(emailTokens.expiresAt, now),
      ),
    )
    .returning()
    .get();
  if (!spent) return null;
  const commenter = t.select().from(commenters).where(eq(commenters.id, spent.commenterId)).get();
  return commenter && !commenter.erasedAt ? { ...spent, tokenVersion: commenter.tokenVersion } : null;
}
