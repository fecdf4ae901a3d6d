import { eq } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { commenters } from '@/db/schema';
import type { AccountSession } from './account-session';

/** The commenter whose page it is; undefined if the page has been closed everywhere, or they are erased. */
export function accountOwner(t: ReadDb, session: AccountSession) {
  const row = t.select().from(commenters).where(eq(commenters.id, session.commenterId)).get();
  return row && isSessionOpen(row, session) ? row : undefined;
}

/** Whether a session still opens the page of its commenter. */
export function isSessionOpen(
  owner: Pick<typeof commenters.$inferSelect, 'erasedAt' | 'tokenVersion' | 'accountClosedAt'>,
  { tokenVersion, openedAt }: AccountSession,
): boolean {
  const isClosed = owner.accountClosedAt !== null && openedAt <= owner.accountClosedAt;
  return !owner.erasedAt && !isClosed && owner.tokenVersion === tokenVersion;
}
