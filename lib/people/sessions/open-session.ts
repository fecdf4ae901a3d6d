import { and, eq, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type staff, staffSessions } from '@/db/schema';
import { appendAudit } from '@/lib/audit/append';
import type { StaffMember } from '../actor';
import { hashOfToken, newSessionToken, sessionHours } from './session';

export interface OpenedSession {
  /** Goes into the cookie and nowhere else. */
  token: string;
  member: StaffMember;
}

/** A session for a member who has proven who they are, in the transaction that has checked it. */
export function openSession(
  t: Tx,
  member: typeof staff.$inferSelect,
  agent: string,
  now: Date,
): OpenedSession {
  const token = newSessionToken();
  const over = new Date(now.getTime() - sessionHours * 3_600_000);
  t.delete(staffSessions)
    .where(and(eq(staffSessions.staffId, member.id), lt(staffSessions.createdAt, over)))
    .run();
  t.insert(staffSessions)
    .values({
      tokenHash: hashOfToken(token),
      staffId: member.id,
      sessionVersion: member.sessionVersion,
      agent: agent.slice(0, 200),
      createdAt: now,
    })
    .run();
  const actor: StaffMember = { kind: 'staff', id: member.id, name: member.name, role: member.role };
  appendAudit(t, { actor, verb: 'sign-in', subject: `staff:${member.id}`, at: now });
  return { token, member: actor };
}
