import { and, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { done, type Result, refused } from '@/lib/result';
import type { Actor } from '../actor';
import { may } from '../may';

export type EnableStaffRefusal = 'forbidden' | 'unknown';

/** Somebody comes back, with the password and role they had. Sessions from before stay over. */
export async function enableStaff(
  db: Db,
  actor: Actor,
  { memberId }: { memberId: number },
  now = new Date(),
): Promise<Result<{ name: string }, EnableStaffRefusal>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');

  return tx(db, (t) => {
    const member = t.select().from(staff).where(eq(staff.id, memberId)).get();
    if (!member) return refused('unknown');
    const away = and(eq(staff.id, memberId), isNotNull(staff.disabledAt));
    const { changes } = t.update(staff).set({ disabledAt: null }).where(away).run();
    if (changes === 0) return done({ name: member.name });
    appendAudit(t, { actor, verb: 'enable-staff', subject: `staff:${memberId}`, at: now });
    announce(t, { kind: 'staff-changed' }, now);
    return done({ name: member.name });
  });
}
