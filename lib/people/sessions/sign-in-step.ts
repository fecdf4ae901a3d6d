import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { ReadDb, Tx } from '@/db/client';
import { signInSteps, staff } from '@/db/schema';
import { hashOfToken, newSessionToken } from './session';

export const SIGN_IN_STEP_COOKIE = 'barta-sign-in-step';
export const SIGN_IN_STEP_SECONDS = 600;
/** Codes that may be tried before the sign-in begins anew. */
const MAX_ATTEMPTS = 5;

type SignInStep = typeof signInSteps.$inferSelect;
export type SignInStepKind = SignInStep['kind'];

interface NewStep {
  kind: SignInStepKind;
  /** Whose it is, with the session version that the password was right for. */
  member?: { id: number; sessionVersion: number } | undefined;
  challenge?: string;
}

/** The token for the browser's cookie. */
export function startSignInStep(t: Tx, { kind, member, challenge = '' }: NewStep, now: Date): string {
  const token = newSessionToken();
  t.delete(signInSteps)
    .where(lt(signInSteps.createdAt, new Date(now.getTime() - 24 * 3_600_000)))
    .run();
  t.insert(signInSteps)
    .values({
      tokenHash: hashOfToken(token),
      kind,
      staffId: member?.id ?? null,
      sessionVersion: member?.sessionVersion ?? null,
      challenge,
      createdAt: now,
    })
    .run();
  return token;
}

function isOpen(token: string, kind: SignInStepKind, now: Date) {
  return and(
    eq(signInSteps.tokenHash, hashOfToken(token)),
    eq(signInSteps.kind, kind),
    isNull(signInSteps.usedAt),
    gt(signInSteps.createdAt, new Date(now.getTime() - SIGN_IN_STEP_SECONDS * 1000)),
    lt(signInSteps.attempts, MAX_ATTEMPTS),
  );
}

/** The step that a cookie names, if it can still be taken. */
export async function readSignInStep(
  db: ReadDb,
  kind: SignInStepKind,
  token: string,
  now = new Date(),
): Promise<SignInStep | undefined> {
  return db
    .select()
    .from(signInSteps)
    .where(isOpen(token, kind, now))
    .get();
}

/** Counts an attempt before it is checked, so that several at once cannot exceed the limit. Null: begin anew. */
export function countStepAttempt(t: Tx, kind: SignInStepKind, token: string, now: Date): SignInStep | null {
  return (
    t
      .update(signInSteps)
      .set({ attempts: sql`${signInSteps.attempts} + 1` })
      .where(isOpen(token, kind, now))
      .returning()
      .get() ?? null
  );
}

export function markStepUsed(t: Tx, step: SignInStep, now: Date): void {
  t.update(signInSteps).set({ usedAt: now }).where(eq(signInSteps.tokenHash, step.tokenHash)).run();
}

/** The member of a step, unless they were reset or have left meanwhile. */
export function memberOfStep(t: Tx, step: SignInStep): typeof staff.$inferSelect | null {
  if (step.staffId === null || step.sessionVersion === null) return null;
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
