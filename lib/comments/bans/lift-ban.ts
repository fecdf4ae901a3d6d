import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { bans } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { settleAppeal } from './settle-appeal';

/** Ends a ban before its time, and with it an appeal that waits. The row stays: it is part of what was decided. */
export async function liftBan(
  db: Db,
  actor: Actor,
  { banId }: { banId: number },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'unknown-ban' | 'lifted-already'>> {
  if (!may(actor, 'moderate')) return refused('forbidden');

  return tx(db, (t) => {
    const ban = t.select().from(bans).where(eq(bans.id, banId)).get();
    if (!ban) return refused('unknown-ban');
    if (ban.liftedAt) return refused('lifted-already');

    if (ban.appealedAt && !ban.answeredAt) {
      settleAppeal(t, ban, { words: '', staffId: actor.kind === 'staff' ? actor.id : null }, now);
    }
    t.update(bans).set({ liftedAt: now }).where(eq(bans.id, banId)).run();
    appendAudit(t, {
      actor,
      verb: 'lift-ban',
      subject: `ban:${banId}`,
      before: { kind: ban.kind, until: ban.until?.toISOString() ?? null },
      at: now,
    });
    return done();
  });
}
