import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type StaffRole, staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import type { Actor } from '../actor';
import { may } from '../may';
import { isLastChief } from './last-chief';

export type ChangeRoleRefusal = 'forbidden' | 'unknown' | 'last-chief';

/** What a member may do from now on. It holds at their next request; their sessions go on. */
export async function changeRole(
  db: Db,
  actor: Actor,
  { memberId, role }: { memberId: number; role: StaffRole },
  now = new Date(),
): Promise<Result<{ name: string }, ChangeRoleRefusal>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');

  return tx(db, (t) => {
    const member = t.select().from(staff).where(eq(staff.id, memberId)).get();
    if (!member) return refused('unknown');
    if (member.role === role) return done({ name: member.name });
    if (isLastChief(t, member)) return refused('last-chief');

    t.update(staff).set({ role }).where(eq(staff.id, memberId)).run();
    appendAudit(t, {
      actor,
      verb: 'change-role',
      subject: `staff:${memberId}`,
      before: { role: member.role },
      after: { role },
      at: now,
    });
    return done({ name: member.name });
  });
}
