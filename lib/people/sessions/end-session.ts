import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staff, staffSessions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result } from '@/lib/result';
import { hashOfToken } from './session';

/** Signs one browser out. A token that is over or never was is no error: it is out already. */
export async function endSession(db: Db, token: string, now = new Date()): Promise<Result<void, never>> {
  return tx(db, (t) => {
    const open = and(eq(staffSessions.tokenHash, hashOfToken(token)), isNull(staffSessions.endedAt));
    const session = t.update(staffSessions).set({ endedAt: now }).where(open).returning().get();
    if (!session) return done();

    const member = t.select().from(staff).where(eq(staff.id, session.staffId)).get();
    if (!member) return done();
    appendAudit(t, {
      actor: { kind: 'staff', id: member.id, name: member.name, role: member.role },
      verb: 'sign-out',
      subject: `staff:${member.id}`,
      at: now,
    });
    return done();
  });
}
