import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { subscriptions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { theClock } from '@/lib/people/actor';
import type { Unsubscribed } from '../tokens/unsubscribe-token';

/**
 * Ends one subscription or all of a commenter; what has ended already stays as it is. Resolves with how many it
 * ended. `bounced`: the mail server says that there is no such address.
 */
export async function endSubscriptions(
  db: Db,
  what: Unsubscribed,
  because: 'unsubscribed' | 'bounced',
  now = new Date(),
): Promise<number> {
  return tx(db, (t) => {
    const isMeant =
      'subscriptionId' in what
        ? eq(subscriptions.id, what.subscriptionId)
        : eq(subscriptions.commenterId, what.commenterId);
    const ended = t
      .update(subscriptions)
      .set({ endedAt: now, endedBecause: because })
      .where(and(isMeant, isNull(subscriptions.endedAt)))
      .returning()
      .all();
    for (const { id, commenterId } of ended) {
      appendAudit(t, {
        actor: because === 'bounced' ? theClock : { kind: 'commenter', id: commenterId, name: '' },
        verb: 'end-subscription',
        subject: `subscription:${id}`,
        after: { because },
        at: now,
      });
    }
    return ended.length;
  });
}
