import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenters } from '@/db/schema';
import { tx } from '@/db/tx';
import { done, type Result } from '@/lib/result';
import { accountOwner } from './account-owner';
import type { AccountSession } from './account-session';

/**
 * Ends all open sessions of a commenter's own page, so that a cookie that was kept opens it no more. Links in their mails
 * go on working.
 */
export async function closeAccount(
  db: Db,
  session: AccountSession,
  now = new Date(),
): Promise<Result<void, never>> {
  return tx(db, (t) => {
    const owner = accountOwner(t, session);
    if (owner) t.update(commenters).set({ accountClosedAt: now }).where(eq(commenters.id, owner.id)).run();
    return done();
  });
}
