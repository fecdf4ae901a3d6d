import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { type StaffLinkPurpose, type StaffRole, staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { queueMail } from '@/lib/mail/queue/queue-mail';
import { done, type Result, refused } from '@/lib/result';
import type { Actor } from '../actor';
import { newStaffLink } from '../links/staff-link';
import { may } from '../may';
import { forgetFailuresOf } from '../sessions/sign-in-throttle';
import { insertMember, type MemberDetailsRefusal, memberDetails } from './add-staff';
import { nobodysHash } from './password';

export interface Invitation {
  email: string;
  name: string;
  role: StaffRole;
}

/** `token`: of the link to hand over, where no mail server is set up; null: the link is mailed. */
export interface SentStaffLink {
  id: number;
  name: string;
  token: string | null;
}

export type InviteRefusal = 'forbidden' | 'email-taken' | MemberDetailsRefusal;

/** A new member, who chooses the password themselves by a link that is good once and for an hour. */
export async function inviteStaff(
  db: Db,
  actor: Actor,
  wanted: Invitation,
  { mails }: { mails: boolean },
  now = new Date(),
): Promise<Result<SentStaffLink, InviteRefusal>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');
  const details = memberDetails(wanted);
  if (!details.ok) return details;
  return tx(db, (t): Result<SentStaffLink, InviteRefusal> => {
    const { email, name } = details.value;
    const member = { email, name, role: wanted.role, passwordHash: nobodysHash() };
    const added = insertMember(t, actor, member, now);
    if (!added.ok) return added;
    const { id } = added.value;
    return done({ id, name, token: sendLink(t, { id, purpose: 'invitation', mails }, now) });
  });
}

/**
 * A link for a member who cannot get in, or must not go on as before: the old password and every session end with it. One who
 * has never signed in gets the invitation again.
 */
export async function sendPasswordLink(
  db: Db,
  actor: Actor,
  { memberId, mails }: { memberId: number; mails: boolean },
  now = new Date(),
): Promise<Result<SentStaffLink, 'forbidden' | 'unknown'>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');
  return tx(db, (t): Result<SentStaffLink, 'unknown'> => {
    const member = t
      .update(staff)
      .set({ passwordHash: nobodysHash(), sessionVersion: sql`${staff.sessionVersion} + 1` })
      .where(eq(staff.id, memberId))
      .returning()
      .get();
    if (!member) return refused('unknown');
    forgetFailuresOf(t, member.email);
    appendAudit(t, { actor, verb: 'reset-password', subject: `staff:${member.id}`, at: now });
    const token = sendLink(t, { id: member.id, purpose: 'password', mails }, now);
    return done({ id: member.id, name: member.name, token });
  });
}

function sendLink(
  t: Tx,
  { id, purpose, mails }: { id: number; purpose: StaffLinkPurpose; mails: boolean },
  now: Date,
): string | null {
  if (!mails) return newStaffLink(t, id, purpose, now);
  queueMail(
    t,
    { letter: 'staff-link', staffId: id, purpose },
    { dedupeKey: `staff-link:${id}:${purpose}:${now.getTime()}`, runAt: now },
    now,
  );
  return null;
}
