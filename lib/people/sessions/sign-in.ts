import { and, eq, isNull } from 'drizzle-orm';
import type { AppDb, Db } from '@/db/client';
import { staff } from '@/db/schema';
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
import { aVisitor } from '../actor';
import { secondFactorsOf } from '../second-factor/second-factors';
import { type OpenedSession, openSession } from './open-session';
import { startSignInStep } from './sign-in-step';
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

export type SignedIn = Result<OpenedSession, 'wrong' | 'busy'> | Locked | SecondFactorAsked;
export interface Locked {
  ok: false;
  code: 'locked';
  until: Date;
}
/** The password was right. `step` goes into a cookie, and the code that comes with it finishes the sign-in. */
export interface SecondFactorAsked {
  ok: false;
  code: 'second-factor';
  step: string;
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

  return tx(db, (t): SignedIn => {
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
    if (secondFactorsOf(t, still.id).hasApp) {
      const step = startSignInStep(t, still, now);
      return { ok: false, code: 'second-factor', step };
    }
    return done(openSession(t, still, wanted.agent, now));
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
