import { eq, sql } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { staff, staffSessions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import type { StaffMember } from '../actor';
import { hashOfToken } from '../sessions/session';
import { attemptSucceeded, countAttempt } from '../sessions/sign-in-throttle';
import {
  hashPassword,
  maxPasswordLength,
  type PasswordFault,
  passwordFault,
  passwordMatches,
  TooManyAtOnce,
} from './password';

export interface PasswordChange {
  current: string;
  wanted: string;
  /** Of the browser it is done from: this session goes on, every other one is over. */
  token: string;
  network: string;
}

export type ChangePasswordRefusal = 'wrong' | 'locked' | 'busy' | 'same' | PasswordFault;

/** A member's own password. The current one is asked, under the sign-in's throttle: the desk may stand open. */
export async function changePassword(
  db: AppDb,
  member: StaffMember,
  { current, wanted, token, network }: PasswordChange,
  now = new Date(),
): Promise<Result<void, ChangePasswordRefusal>> {
  const row = db.select().from(staff).where(eq(staff.id, member.id)).get();
  if (!row) return refused('wrong', 'currentPassword');
  const fault = await passwordFault(wanted, [row.email, row.name]);
  if (fault) return refused(fault, 'newPassword');
  if (current.normalize('NFKC') === wanted.normalize('NFKC')) return refused('same', 'newPassword');

  const attempt = { email: row.email, network, browser: hashOfToken(token) };
  if (await tx(db, (t) => countAttempt(t, attempt, now))) return refused('locked', 'currentPassword');

  let passwordHash: string;
  try {
    if (!(await passwordMatches(current.slice(0, maxPasswordLength + 1), row.passwordHash))) {
      return refused('wrong', 'currentPassword');
    }
    passwordHash = await hashPassword(wanted);
  } catch (error) {
    if (error instanceof TooManyAtOnce) return refused('busy');
    throw error;
  }

  return tx(db, (t) => {
    const changed = t
      .update(staff)
      .set({ passwordHash, sessionVersion: sql`${staff.sessionVersion} + 1` })
      .where(sql`${staff.id} = ${member.id} and ${staff.sessionVersion} = ${row.sessionVersion}`)
      .returning()
      .get();
    if (!changed) return refused('wrong', 'currentPassword');

    t.update(staffSessions)
      .set({ sessionVersion: changed.sessionVersion })
      .where(eq(staffSessions.tokenHash, hashOfToken(token)))
      .run();
    attemptSucceeded(t, attempt);
    appendAudit(t, { actor: member, verb: 'change-password', subject: `staff:${member.id}`, at: now });
    return done();
  });
}
