import { eq } from 'drizzle-orm';
import type { AppDb, Db } from '@/db/client';
import { sessionWithMember } from '@/db/queries/operations/people';
import { staffSessions } from '@/db/schema';
import { tx } from '@/db/tx';
import { done } from '@/lib/result';
import type { StaffMember } from '../actor';
import { hashOfToken, isOver } from './session';

/**
 * Who a session token belongs to, or null. Asked of the store at every request, so a member who was reset,
 * removed or signed out elsewhere is out at once, and a changed role holds at once.
 */
export async function verifyStaff(db: AppDb, token: string, now = new Date()): Promise<StaffMember | null> {
  return (await verifySession(db, token, now))?.member ?? null;
}

export interface StaffSession {
  member: StaffMember;
  /** The password was made by somebody else, and the member has not chosen another yet. */
  isPasswordChangeDue: boolean;
  hasSecondFactor: boolean;
  /** When the member last proved who they are, at the sign-in or since. */
  verifiedAt: Date;
}

/** The same, with what the desk asks of the member before it opens. */
export async function verifySession(
  db: AppDb,
  token: string,
  now = new Date(),
): Promise<StaffSession | null> {
  const session = await sessionWithMember(db, hashOfToken(token));
  if (!session || session.endedAt || session.disabledAt) return null;
  if (session.sessionVersion !== session.memberVersion || isOver(session.createdAt, now)) return null;
  await markSeen(db, hashOfToken(token), session.seenAt, now);
  return {
    member: { kind: 'staff', id: session.id, name: session.name, role: session.role },
    isPasswordChangeDue: session.passwordChangeDue,
    hasSecondFactor: session.hasSecondFactor,
    verifiedAt: session.verifiedAt ?? session.createdAt,
  };
}

const SEEN_TO_WITHIN_MS = 300_000;

/** Written at most every five minutes a session. That it cannot be written, as on a full disk, shuts nobody out. */
async function markSeen(db: Db, tokenHash: string, seenAt: Date | null, now: Date): Promise<void> {
  if (seenAt && now.getTime() - seenAt.getTime() < SEEN_TO_WITHIN_MS) return;
  try {
    await tx(db, (t) => {
      t.update(staffSessions).set({ seenAt: now }).where(eq(staffSessions.tokenHash, tokenHash)).run();
      return done();
    });
  } catch {
    // It is a courtesy to the list of sessions, and no more.
  }
}
