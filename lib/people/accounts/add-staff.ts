import { countGraphemes } from '@barta/bengali/graphemes';
import { normalise } from '@barta/bengali/normalise';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { type StaffRole, staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { done, type Result, refused } from '@/lib/result';
import type { Actor } from '../actor';
import { may } from '../may';
import { hashPassword, onePassword, type PasswordFault, passwordFault } from './password';

export const maxNameLength = 80;

export interface NewMember {
  email: string;
  name: string;
  role: StaffRole;
  /** Without one, a password is made up and answered, to be handed over once. */
  password?: string | undefined;
}

export type MemberDetailsRefusal = 'email-invalid' | 'name-empty' | 'name-too-long';
export type AddStaffRefusal = 'forbidden' | 'email-taken' | MemberDetailsRefusal | PasswordFault;

/** The member's address and name as they are stored, or what is wrong with them. */
export function memberDetails(wanted: {
  email: string;
  name: string;
}): Result<{ email: string; name: string }, MemberDetailsRefusal> {
  const email = emailAddress(wanted.email);
  if (!email) return refused('email-invalid', 'email');
  const name = normalise(wanted.name).trim();
  if (name === '') return refused('name-empty', 'name');
  if (countGraphemes(name) > maxNameLength) return refused('name-too-long', 'name');
  return done({ email, name });
}

export function insertMember(
  t: Tx,
  actor: Actor,
  member: Pick<typeof staff.$inferInsert, 'email' | 'name' | 'role' | 'passwordHash' | 'passwordChangeDue'>,
  now: Date,
): Result<{ id: number }, 'email-taken'> {
  if (t.select().from(staff).where(eq(staff.email, member.email)).get()) {
    return refused('email-taken', 'email');
  }
  const { id } = t
    .insert(staff)
    .values({ ...member, createdAt: now })
    .returning({ id: staff.id })
    .get();
  appendAudit(t, {
    actor,
    verb: 'add-staff',
    subject: `staff:${id}`,
    after: { name: member.name, role: member.role },
    at: now,
  });
  return done({ id });
}

/**
 * `password` is the one to sign in with: it is stored nowhere and said only here. One that was made up is handed over, and
 * its owner has to choose another at the first sign-in.
 */
export async function addStaff(
  db: Db,
  actor: Actor,
  wanted: NewMember,
  now = new Date(),
): Promise<Result<{ id: number; password: string }, AddStaffRefusal>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');
  const details = memberDetails(wanted);
  if (!details.ok) return details;
  const { email, name } = details.value;
  const password = wanted.password ?? onePassword();
  const fault = await passwordFault(password, [email, name]);
  if (fault) return refused(fault, 'password');

  const passwordHash = await hashPassword(password);
  const passwordChangeDue = wanted.password === undefined;
  return tx(db, (t) => {
    const added = insertMember(
      t,
      actor,
      { email, name, role: wanted.role, passwordHash, passwordChangeDue },
      now,
    );
    return added.ok ? done({ id: added.value.id, password }) : added;
  });
}
