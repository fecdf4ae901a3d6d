import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { staff, staffSessions, staffTotp } from '@/db/schema';

/** A session with the member it belongs to, whatever became of either. */
export async function sessionWithMember(db: ReadDb, tokenHash: string) {
  return db
    .select({
      id: staff.id,
      name: staff.name,
      role: staff.role,
      disabledAt: staff.disabledAt,
      memberVersion: staff.sessionVersion,
      passwordChangeDue: staff.passwordChangeDue,
      sessionVersion: staffSessions.sessionVersion,
      createdAt: staffSessions.createdAt,
      seenAt: staffSessions.seenAt,
      endedAt: staffSessions.endedAt,
      verifiedAt: staffSessions.verifiedAt,
      hasSecondFactor: sql<number>`exists (select 1 from ${staffTotp} where ${staffTotp.staffId} = ${staff.id}
        and ${staffTotp.confirmedAt} is not null)`.mapWith(Boolean),
    })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(eq(staffSessions.tokenHash, tokenHash))
    .get();
}

/** Everyone who works or worked here. A newsroom has dozens of members, not thousands: no pages. */
export async function allStaff(db: ReadDb) {
  return db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      disabledAt: staff.disabledAt,
      createdAt: staff.createdAt,
      seenAt: sql<number | null>`(select max(seen_at) from ${staffSessions} where staff_id = ${staff.id})`,
    })
    .from(staff)
    .orderBy(asc(staff.id))
    .all();
}

/** A member's browsers that are signed in, begun after `since`, the latest first. */
export async function openSessionsOf(db: ReadDb, staffId: number, since: Date) {
  return db
    .select({
      tokenHash: staffSessions.tokenHash,
      agent: staffSessions.agent,
      createdAt: staffSessions.createdAt,
      seenAt: staffSessions.seenAt,
    })
    .from(staffSessions)
    .innerJoin(
      staff,
      and(eq(staff.id, staffSessions.staffId), eq(staff.sessionVersion, staffSessions.sessionVersion)),
    )
    .where(
      and(
        eq(staffSessions.staffId, staffId),
        isNull(staffSessions.endedAt),
        gt(staffSessions.createdAt, since),
      ),
    )
    .orderBy(desc(staffSessions.createdAt))
    .all();
}
