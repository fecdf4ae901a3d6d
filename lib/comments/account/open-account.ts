import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenters } from '@/db/schema';
import { tx } from '@/db/tx';
import { spendToken } from '@/lib/mail/tokens/spend-token';
import { done, type Result, refused } from '@/lib/result';
import type { AccountSession } from './account-session';

/** The mailed link opens the page, once. Who holds the letter has the address; what it gets stays as it is. */
export async function openAccount(
  db: Db,
  { token }: { token: string },
  now = new Date(),
): Promise<Result<AccountSession, 'bad-link'>> {
  return tx(db, (t) => {
    const spent = spendToken(t, 'account', token, now);
    if (!spent) return refused('bad-link');
    t.update(commenters)
      .set({ verifiedAt: now })
      .where(and(eq(commenters.id, spent.commenterId), isNull(commenters.verifiedAt)))
      .run();
    return done({ commenterId: spent.commenterId, tokenVersion: spent.tokenVersion });
  });
}
