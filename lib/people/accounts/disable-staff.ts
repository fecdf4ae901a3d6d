import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { done, type Result, refused } from '@/lib/result';
import type { Actor } from '../actor';
import { may } from '../may';
import { isLastChief } from './last-chief';

export type DisableStaffRefusal = 'forbidden' | 'unknown' | 'last-chief';

/** Somebody leaves: out at the next request, and no sign-in any more. Their name stays with what they did. */
export async function disableStaff(
  db: Db,
  actor: Actor,
  { memberId }: { memberId: number },
  now = new Date(),
): Promise<Result<{ name: string }, DisableStaffRefusal>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');

  return tx(db, (t) => {
    const member = t.select().from(staff).where(eq(staff.id, memberId)).get();
    if (!member) return refused('unknown');
    if (member.disabledAt) return done({ name: member.name });
    if (isLastChief(t, member)) return refused('last-chief');

    t.update(staff)
      .set({ disabledAt: now, sessionVersion: sql`${staff.sessionVersion} + 1` })
      .where(eq(staff.id, memberId))
      .run();
    appendAudit(t, { actor, verb: 'disable-staff', subject: `staff:${memberId}`, at: now });
    announce(t, { kind: 'staff-changed' }, now);
    return done({ name: member.name });
  });
}
