import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staff, staffRecoveryCodes, staffTotp } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { done, type Result, refused } from '@/lib/result';
import type { Actor } from '../actor';
import { may } from '../may';
import { secondFactorsOf } from './second-factors';

/**
 * Takes app and recovery codes from a member who has lost them. Every session ends: whoever has the phone must not
 * stay. `member`: id or address. A member's own is theirs to remove, others' for who manages staff.
 */
export async function removeSecondFactor(
  db: Db,
  actor: Actor,
  { member }: { member: number | string },
  now = new Date(),
): Promise<Result<{ id: number; name: string }, 'forbidden' | 'unknown' | 'none'>> {
  return tx(db, (t) => {
    const isMember =
      typeof member === 'number' ? eq(staff.id, member) : eq(staff.email, emailAddress(member) ?? '');
    const owner = t.select().from(staff).where(isMember).get();
    const isOwn = actor.kind === 'staff' && owner?.id === actor.id;
    if (!isOwn && !may(actor, 'manage-staff')) return refused('forbidden');
    if (!owner) return refused('unknown');
    if (!secondFactorsOf(t, owner.id).hasApp) return refused('none');

    for (const table of [staffTotp, staffRecoveryCodes]) {
      t.delete(table).where(eq(table.staffId, owner.id)).run();
    }
    if (!isOwn) {
      t.update(staff)
        .set({ sessionVersion: sql`${staff.sessionVersion} + 1` })
        .where(eq(staff.id, owner.id))
        .run();
    }
    appendAudit(t, { actor, verb: 'remove-second-factor', subject: `staff:${owner.id}`, at: now });
    return done({ id: owner.id, name: owner.name });
  });
}
