import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { spendToken } from '@/lib/mail/tokens/spend-token';
import { done, type Result, refused } from '@/lib/result';
import type { AccountSession } from './account-session';
import { markVerified } from './mark-verified';

/** The mailed link opens the page, once. Who holds the letter has the address; what it gets stays as it is. */
export async function openAccount(
  db: Db,
  { token }: { token: string },
  now = new Date(),
): Promise<Result<AccountSession, 'bad-link'>> {
  return tx(db, (t) => {
    const spent = spendToken(t, 'account', token, now);
    if (!spent) return refused('bad-link');
    markVerified(t, spent.commenterId, now);
    return done({ commenterId: spent.commenterId, tokenVersion: spent.tokenVersion, openedAt: now });
  });
}
