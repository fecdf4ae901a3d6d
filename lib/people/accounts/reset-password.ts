import { eq, sql } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { done, type Result, refused } from '@/lib/result';
import type { Actor } from '../actor';
import { may } from '../may';
import { forgetFailuresOf } from '../sessions/sign-in-throttle';
import { hashPassword, onePassword, type PasswordFault, passwordFault } from './password';

export interface Reset {
  /** The member, by id or by address. */
  member: number | string;
  /** Without one, a password is made up and answered, to be handed over once. */
  password?: string | undefined;
}

export type ResetRefusal = 'forbidden' | 'unknown' | PasswordFault;

/** A new password. Every session made with the old one is over, and no wait for wrong ones remains. */
export async function resetPassword(
  db: AppDb,
  actor: Actor,
  { member, password = onePassword() }: Reset,
  now = new Date(),
): Promise<Result<{ id: number; name: string; password: string }, ResetRefusal>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');
  const owner = db.select().from(staff).where(isMember(member)).get();
  if (!owner) return refused('unknown');
  const fault = await passwordFault(password, [owner.email, owner.name]);
  if (fault) return refused(fault, 'password');

  const passwordHash = await hashPassword(password);
  return tx(db, (t) => {
    const found = t
      .update(staff)
      .set({ passwordHash, sessionVersion: sql`${staff.sessionVersion} + 1` })
      .where(isMember(member))
      .returning()
      .get();
    if (!found) return refused('unknown');

    forgetFailuresOf(t, found.email);
    appendAudit(t, { actor, verb: 'reset-password', subject: `staff:${found.id}`, at: now });
    return done({ id: found.id, name: found.name, password });
  });
}

function isMember(member: number | string) {
  return typeof member === 'number' ? eq(staff.id, member) : eq(staff.email, emailAddress(member) ?? '');
}
