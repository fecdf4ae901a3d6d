import { and, eq, isNull, lt } from 'drizzle-orm';
import type { AppDb, Db } from '@/db/client';
import { staff, staffSessions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { done, type Result, refused } from '@/lib/result';
import {
  hashPassword,
  isOutdated,
  maxPasswordLength,
  nobodysHash,
  passwordMatches,
  TooManyAtOnce,
} from '../accounts/password';
import { aVisitor, type StaffMember } from '../actor';
import { hashOfToken, newSessionToken, sessionHours } from './session';
import { attemptSucceeded, countAttempt } from './sign-in-throttle';

export interface SignIn {
  /** As typed. */
  email: string;
  password: string;
  /** As `networkIn` names it. */
  network: string;
  /** The browser's name, for the list of sessions. */
  agent: string;
  /** As `knownBrowserIn` knows it. */
  browser?: string | undefined;
}

/** `token` goes into the cookie and nowhere else. */
export type SignedIn = Result<{ token: string; member: StaffMember }, 'wrong' | 'busy'> | Locked;
export interface Locked {
  ok: false;
  code: 'locked';
  until: Date;
}

/**
 * Whoever the address belongs to, if anyone: the same answer, the same work and the same waiting for an
 * unknown address, a wrong password and a member who has left.
 */
export async function signIn(db: AppDb, wanted: SignIn, now = new Date()): Promise<SignedIn> {
  const attempt = {
    email: emailAddress(wanted.email) ?? wanted.email.slice(0, 254),
    network: wanted.network,
    browser: wanted.browser,
  };
  const until = await tx(db, (t) => countAttempt(t, attempt, now));
  if (until) return { ok: false, code: 'locked', until };

  const member = db.select().from(staff).where(eq(staff.email, attempt.email)).get();
  const password = wanted.password.slice(0, maxPasswordLength + 1);
  let renewedHash: string | undefined;
  try {
    const matches = await passwordMatches(password, member?.passwordHash ?? nobodysHash());
    if (!member || !matches || member.disabledAt) return await refusedEntry(db, member?.id, now);
    if (isOutdated(member.passwordHash)) renewedHash = await hashPassword(password);
  } catch (error) {
    if (error instanceof TooManyAtOnce) return refused('busy');
    throw error;
  }

  const token = newSessionToken();
  return tx(db, (t) => {
    // Reset or removed while the password was hashed: the row decides, not what was read before.
    const unchanged = and(
      eq(staff.id, member.id),
      eq(staff.passwordHash, member.passwordHash),
      eq(staff.sessionVersion, member.sessionVersion),
      isNull(staff.disabledAt),
    );
    const still = t.select().from(staff).where(unchanged).get();
    if (!still) return refused('wrong');

    attemptSucceeded(t, attempt);
    if (renewedHash) t.update(staff).set({ passwordHash: renewedHash }).where(eq(staff.id, still.id)).run();
    t.delete(staffSessions)
      .where(and(eq(staffSessions.staffId, still.id), lt(staffSessions.createdAt, longOver(now))))
      .run();
    t.insert(staffSessions)
      .values({
        tokenHash: hashOfToken(token),
        staffId: still.id,
        sessionVersion: still.sessionVersion,
        agent: wanted.agent.slice(0, 200),
        createdAt: now,
      })
      .run();
    const actor: StaffMember = { kind: 'staff', id: still.id, name: still.name, role: still.role };
    appendAudit(t, { actor, verb: 'sign-in', subject: `staff:${still.id}`, at: now });
    return done({ token, member: actor });
  });
}

/** Says whose account was tried, if there is one; never the address that was typed. */
async function refusedEntry(db: Db, staffId: number | undefined, now: Date) {
  return tx(db, (t) => {
    appendAudit(t, {
      actor: aVisitor,
      verb: 'fail-sign-in',
      subject: `staff:${staffId ?? 'unknown'}`,
      at: now,
    });
    return refused('wrong');
  });
}

function longOver(now: Date): Date {
  return new Date(now.getTime() - sessionHours * 3_600_000);
}
