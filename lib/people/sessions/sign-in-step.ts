import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { ReadDb, Tx } from '@/db/client';
import { signInSteps, staff } from '@/db/schema';
import { hashOfToken, newSessionToken } from './session';

export const SIGN_IN_STEP_COOKIE = 'barta-sign-in-step';
export const SIGN_IN_STEP_SECONDS = 600;
/** Codes that may be tried before the sign-in begins anew. */
const MAX_ATTEMPTS = 5;

type SignInStep = typeof signInSteps.$inferSelect;

/** The token for the browser's cookie. `member`: with the session version that the password was right for. */
export function startSignInStep(
  t: Tx,
  { id, sessionVersion }: { id: number; sessionVersion: number },
  now: Date,
): string {
  const token = newSessionToken();
  t.delete(signInSteps)
    .where(lt(signInSteps.createdAt, new Date(now.getTime() - 24 * 3_600_000)))
    .run();
  t.insert(signInSteps)
    .values({ tokenHash: hashOfToken(token), staffId: id, sessionVersion, createdAt: now })
    .run();
  return token;
}

function isOpen(token: string, now: Date) {
  return and(
    eq(signInSteps.tokenHash, hashOfToken(token)),
    isNull(signInSteps.usedAt),
    gt(signInSteps.createdAt, new Date(now.getTime() - SIGN_IN_STEP_SECONDS * 1000)),
    lt(signInSteps.attempts, MAX_ATTEMPTS),
  );
}

/** The step that a cookie names, if it can still be taken. */
export async function readSignInStep(
  db: ReadDb,
  token: string,
  now = new Date(),
): Promise<SignInStep | undefined> {
  return db.select().from(signInSteps).where(isOpen(token, now)).get();
}

/** Counts an attempt before it is checked, so that several at once cannot exceed the limit. Null: begin anew. */
export function countStepAttempt(t: Tx, token: string, now: Date): SignInStep | null {
  return (
    t
      .update(signInSteps)
      .set({ attempts: sql`${signInSteps.attempts} + 1` })
      .where(isOpen(token, now))
      .returning()
      .get() ?? null
  );
}

export function markStepUsed(t: Tx, step: SignInStep, now: Date): void {
  t.update(signInSteps).set({ usedAt: now }).where(eq(signInSteps.tokenHash, step.tokenHash)).run();
}

/** The member of a step, unless they were reset or have left meanwhile. */
export function memberOfStep(t: Tx, step: SignInStep): typeof staff.$inferSelect | null {
  const member = t
    .select()
    .from(staff)
    .where(
      and(
        eq(staff.id, step.staffId),
        eq(staff.sessionVersion, step.sessionVersion),
        isNull(staff.disabledAt),
      ),
    )
    .get();
  return member ?? null;
}
