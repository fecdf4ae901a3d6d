import { eq, sql } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import { hashPassword, type PasswordFault, passwordFault, TooManyAtOnce } from '../accounts/password';
import type { StaffMember } from '../actor';
import { secondFactorsOf } from '../second-factor/second-factors';
import { type OpenedSession, openSession } from '../sessions/open-session';
import { startSignInStep } from '../sessions/sign-in-step';
import { forgetFailuresOf } from '../sessions/sign-in-throttle';
import { markStaffLinkUsed, memberOfStaffLink } from './staff-link';

export interface PasswordByLink {
  token: string;
  password: string;
  agent: string;
}

/** `step`: the password is set, and the second factor is asked for before there is a session. */
export type PasswordLinkOutcome = Result<
  { email: string } & ({ session: OpenedSession } | { step: string }),
  'expired' | 'busy' | PasswordFault
>;

/**
 * The member's new password. The link proves the mailbox, so it signs in as well, whatever wrong passwords strangers have tried
 * on the address; it does not stand for the second factor. All other sessions end.
 */
export async function setPasswordByLink(
  db: AppDb,
  { token, password, agent }: PasswordByLink,
  now = new Date(),
): Promise<PasswordLinkOutcome> {
  const link = memberOfStaffLink(db, token, now);
  if (!link) return refused('expired');
  const fault = await passwordFault(password, [link.member.email, link.member.name]);
  if (fault) return refused(fault, 'newPassword');

  let passwordHash: string;
  try {
    passwordHash = await hashPassword(password);
  } catch (error) {
    if (error instanceof TooManyAtOnce) return refused('busy');
    throw error;
  }

  return tx(db, (t) => {
    const still = memberOfStaffLink(t, token, now);
    if (!still) return refused('expired');
    markStaffLinkUsed(t, token, now);
    const member = t
      .update(staff)
      .set({ passwordHash, passwordChangeDue: false, sessionVersion: sql`${staff.sessionVersion} + 1` })
      .where(eq(staff.id, still.member.id))
      .returning()
      .get();
    if (!member) return refused('expired');
    forgetFailuresOf(t, member.email);
    const actor: StaffMember = { kind: 'staff', id: member.id, name: member.name, role: member.role };
    appendAudit(t, { actor, verb: 'change-password', subject: `staff:${member.id}`, at: now });

    const { email } = member;
    if (secondFactorsOf(t, member.id).hasApp) {
      return done({ email, step: startSignInStep(t, member, now) });
    }
    return done({ email, session: openSession(t, member, agent, now) });
  });
}
