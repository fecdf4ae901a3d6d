import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { subscriptions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import { accountOwner } from './account-owner';
import type { AccountSession } from './account-session';

/** From their own page a commenter ends a subscription, or starts it (again): that is consent and proof in one. */
export async function changeSubscription(
  db: Db,
  session: AccountSession,
  { subscriptionId, isOn }: { subscriptionId: number; isOn: boolean },
  now = new Date(),
): Promise<Result<void, 'closed' | 'unknown'>> {
  return tx(db, (t) => {
    const owner = accountOwner(t, session);
    if (!owner) return refused('closed');
    const theirs = and(eq(subscriptions.id, subscriptionId), eq(subscriptions.commenterId, owner.id));
    const before = t.select().from(subscriptions).where(theirs).get();
    if (!before) return refused('unknown');
    const wasOn = before.confirmedAt !== null && before.endedAt === null;
    if (isOn ? wasOn : before.endedAt !== null) return done();

    t.update(subscriptions)
      .set(
        isOn
          ? { consentedAt: now, confirmedAt: now, endedAt: null, endedBecause: '' }
          : { endedAt: now, endedBecause: 'unsubscribed' },
      )
      .where(theirs)
      .run();
    appendAudit(t, {
      actor: { kind: 'commenter', id: owner.id, name: '' },
      verb: isOn ? 'start-subscription' : 'end-subscription',
      subject: `subscription:${subscriptionId}`,
      ...(!isOn && { after: { because: 'unsubscribed' } }),
      at: now,
    });
    return done();
  });
}
