import { countGraphemes } from '@barta/bengali/graphemes';
import { normalise } from '@barta/bengali/normalise';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
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

export type AddStaffRefusal =
  | 'forbidden'
  | 'email-invalid'
  | 'email-taken'
  | 'name-empty'
  | 'name-too-long'
  | PasswordFault;

/** `password` is the one to sign in with: it is stored nowhere and said only here. */
export async function addStaff(
  db: Db,
  actor: Actor,
  wanted: NewMember,
  now = new Date(),
): Promise<Result<{ id: number; password: string }, AddStaffRefusal>> {
  if (!may(actor, 'manage-staff')) return refused('forbidden');
  const email = emailAddress(wanted.email);
  if (!email) return refused('email-invalid', 'email');
  const name = normalise(wanted.name).trim();
  if (name === '') return refused('name-empty', 'name');
  if (countGraphemes(name) > maxNameLength) return refused('name-too-long', 'name');
  const password = wanted.password ?? onePassword();
  const fault = await passwordFault(password, [email, name]);
  if (fault) return refused(fault, 'password');

  const passwordHash = await hashPassword(password);
  return tx(db, (t) => {
    if (t.select().from(staff).where(eq(staff.email, email)).get()) return refused('email-taken', 'email');

    const { id } = t
      .insert(staff)
      .values({ email, name, role: wanted.role, passwordHash, createdAt: now })
      .returning({ id: staff.id })
      .get();
    appendAudit(t, {
      actor,
      verb: 'add-staff',
      subject: `staff:${id}`,
      after: { name, role: wanted.role },
      at: now,
    });
    return done({ id, password });
  });
}
