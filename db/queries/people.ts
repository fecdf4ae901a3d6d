import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { staff, staffSessions } from '../schema';

/** A session with the member it belongs to, whatever became of either. */
export async function sessionWithMember(db: Db, tokenHash: string) {
  return db
    .select({
      id: staff.id,
      name: staff.name,
      role: staff.role,
      disabledAt: staff.disabledAt,
      memberVersion: staff.sessionVersion,
      sessionVersion: staffSessions.sessionVersion,
      createdAt: staffSessions.createdAt,
      endedAt: staffSessions.endedAt,
    })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(eq(staffSessions.tokenHash, tokenHash))
    .get();
}

/** Everyone who works or worked here. A newsroom has dozens of members, not thousands: no pages. */
export async function allStaff(db: Db) {
  return db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      disabledAt: staff.disabledAt,
      createdAt: staff.createdAt,
    })
    .from(staff)
    .orderBy(asc(staff.id))
    .all();
}
