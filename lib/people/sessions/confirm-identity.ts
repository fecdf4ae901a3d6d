import { eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { staff, staffSessions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import { maxPasswordLength, passwordMatches, TooManyAtOnce } from '../accounts/password';
import type { StaffMember } from '../actor';
import { checkCode } from '../second-factor/check-code';
import { hashOfToken } from './session';
import { attemptSucceeded, countAttempt } from './sign-in-throttle';

export interface IdentityProof {
  /** Of the session that is confirmed. */
  token: string;
  /** One of the two is enough; a code is looked at where there is one. */
  password: string;
  code: string;
  network: string;
  /** AUTH_SECRET. */
  key: string;
}

export type ConfirmIdentityRefusal = 'wrong' | 'wrong-code' | 'locked' | 'busy';

/** A member proves once more who they are, before what must not be done from a desk that was left open. */
export async function confirmIdentity(
  db: AppDb,
  member: StaffMember,
  { token, password, code, network, key }: IdentityProof,
  now = new Date(),
): Promise<Result<void, ConfirmIdentityRefusal>> {
  const row = db.select().from(staff).where(eq(staff.id, member.id)).get();
  if (!row) return refused('wrong', 'password');
  const attempt = { email: row.email, network, browser: hashOfToken(token) };
  if (await tx(db, (t) => countAttempt(t, attempt, now))) return refused('locked');

  if (code === '') {
    try {
      if (!(await passwordMatches(password.slice(0, maxPasswordLength + 1), row.passwordHash))) {
        return refused('wrong', 'password');
      }
    } catch (error) {
      if (error instanceof TooManyAtOnce) return refused('busy');
      throw error;
    }
  }
  return tx(db, (t): Result<void, ConfirmIdentityRefusal> => {
    if (code !== '' && !checkCode(t, { staffId: member.id, code, key }, now)) {
      return refused('wrong-code', 'code');
    }
    attemptSucceeded(t, attempt);
    t.update(staffSessions)
      .set({ verifiedAt: now })
      .where(eq(staffSessions.tokenHash, hashOfToken(token)))
      .run();
    appendAudit(t, { actor: member, verb: 'confirm-identity', subject: `staff:${member.id}`, at: now });
    return done();
  });
}
