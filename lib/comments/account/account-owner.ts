import { eq } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { commenters } from '@/db/schema';
import type { AccountSession } from './account-session';

/** The commenter whose page it is; undefined if the page has been closed everywhere, or they are erased. */
export function accountOwner(t: ReadDb, { commenterId, tokenVersion }: AccountSession) {
  const row = t.select().from(commenters).where(eq(commenters.id, commenterId)).get();
  return row && !row.erasedAt && row.tokenVersion === tokenVersion ? row : undefined;
}
