import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenters, emailTokens, subscriptions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { spendToken } from '@/lib/mail/tokens/spend-token';
import { done, type Result, refused } from '@/lib/result';
import { proveDevice } from '../trust/prove-device';

/**
 * The address is theirs who hold the letter: what was consented to before it left is confirmed, and nothing that
 * somebody has typed since. The device on which it is confirmed is theirs as well. A link works once.
 *
 * @param device a keyed hash, as in `comments.device`; `''` for none
 */
export async function confirmAddress(
  db: Db,
  { token, device = '' }: { token: string; device?: string },
  now = new Date(),
): Promise<Result<{ confirmed: number }, 'bad-link'>> {
  return tx(db, (t) => {
    const spent = spendToken(t, 'confirm', token, now);
    if (!spent) return refused('bad-link');
    const { commenterId } = spent;
    t.update(commenters)
      .set({ verifiedAt: now })
      .where(and(eq(commenters.id, commenterId), isNull(commenters.verifiedAt)))
      .run();
    proveDevice(t, { commenterId, device }, now);
    const { changes } = t
      .update(subscriptions)
      .set({ confirmedAt: now })
      .where(
        and(
          eq(subscriptions.commenterId, commenterId),
          isNull(subscriptions.confirmedAt),
          isNull(subscriptions.endedAt),
          lte(subscriptions.consentedAt, spent.createdAt),
        ),
      )
      .run();
    // Other letters of the same hour ask for what has been answered.
    t.update(emailTokens)
      .set({ usedAt: now })
      .where(
        and(
          eq(emailTokens.commenterId, commenterId),
          eq(emailTokens.purpose, 'confirm'),
          isNull(emailTokens.usedAt),
          lte(emailTokens.createdAt, spent.createdAt),
        ),
      )
      .run();
    appendAudit(t, {
      actor: { kind: 'commenter', id: commenterId, name: '' },
      verb: 'confirm-address',
      subject: `commenter:${commenterId}`,
      after: { subscriptions: changes },
      at: now,
    });
    return done({ confirmed: changes });
  });
}
