import type { Db } from '@/db/client';
import { sessionWithMember } from '@/db/queries/people';
import type { StaffMember } from './actor';
import { hashOfToken, isOver } from './session';

/**
 * Who a session token belongs to, or null. Asked of the store at every request, so a member who was reset,
 * removed or signed out elsewhere is out at once, and a changed role holds at once.
 */
export async function verifyStaff(db: Db, token: string, now = new Date()): Promise<StaffMember | null> {
  const session = await sessionWithMember(db, hashOfToken(token));
  if (!session || session.endedAt || session.disabledAt) return null;
  if (session.sessionVersion !== session.memberVersion || isOver(session.createdAt, now)) return null;
  return { kind: 'staff', id: session.id, name: session.name, role: session.role };
}
