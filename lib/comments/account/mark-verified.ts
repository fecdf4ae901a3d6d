import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { commenters } from '@/db/schema';

/** A link that was mailed to the address has been followed; the first time counts. */
export function markVerified(t: Tx, commenterId: number, now: Date): void {
  t.update(commenters)
    .set({ verifiedAt: now })
    .where(and(eq(commenters.id, commenterId), isNull(commenters.verifiedAt)))
    .run();
}
