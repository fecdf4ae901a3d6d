import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import { aVisitor } from '../actor';
import { type OpenedSession, openSession } from '../sessions/open-session';
import { countStepAttempt, markStepUsed, memberOfStep } from '../sessions/sign-in-step';
import { checkCode } from './check-code';

export interface CodeSignIn {
  /** Of the cookie that the right password has set. */
  step: string;
  code: string;
  agent: string;
  /** AUTH_SECRET. */
  key: string;
}

/** `expired`: the sign-in begins anew. */
export async function finishSignIn(
  db: Db,
  { step: token, code, agent, key }: CodeSignIn,
  now = new Date(),
): Promise<Result<OpenedSession & { email: string }, 'wrong-code' | 'expired'>> {
  return tx(db, (t) => {
    const step = countStepAttempt(t, token, now);
    const member = step && memberOfStep(t, step);
    if (!step || !member) return refused('expired');
    if (!checkCode(t, { staffId: member.id, code, key }, now)) {
      appendAudit(t, { actor: aVisitor, verb: 'fail-sign-in', subject: `staff:${member.id}`, at: now });
      return refused('wrong-code', 'code');
    }
    markStepUsed(t, step, now);
    return done({ ...openSession(t, member, agent, now), email: member.email });
  });
}
