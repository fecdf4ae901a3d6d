import { eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { bylines, staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { type AddStaffRefusal, addStaff } from '@/lib/people/accounts/add-staff';
import { passwordMatches } from '@/lib/people/accounts/password';
import { type ResetRefusal, resetPassword } from '@/lib/people/accounts/reset-password';
import { theOperator } from '@/lib/people/actor';
import { CommandError } from '../command';
import { sentenceOf } from '../password';

const members = [
  { email: 'chief@barta.test', name: 'শিরিন আখন্দ', role: 'chief' },
  { email: 'editor@barta.test', name: 'ফারহান কবির', role: 'editor' },
  { email: 'moderator@barta.test', name: 'সাদিয়া ইমাম', role: 'moderator' },
  { email: 'reporter@barta.test', name: 'মাহবুব আরেফিন', role: 'reporter' },
] as const;

/** How readers see them on the page of the newsroom. */
const printed = {
  chief: { slug: 'shirin-akhand', role: 'প্রধান সম্পাদক' },
  editor: { slug: 'farhan-kabir', role: 'বার্তা সম্পাদক' },
  moderator: { slug: 'sadia-imam', role: 'পাঠক সম্পাদক' },
  reporter: { slug: 'mahbub-arefin', role: 'নিজস্ব প্রতিবেদক' },
} as const;

/** The four whom the demo prints. They always have the password that is printed, or it would be no help. */
export async function seedAccounts(db: AppDb, password: string, now: Date): Promise<void> {
  await Promise.all(members.map((member) => seedAccount(db, member, password, now)));
  await tx(db, (t) => {
    let added = 0;
    for (const { email, name, role } of members) {
      const staffId = t.select({ id: staff.id }).from(staff).where(eq(staff.email, email)).get()?.id ?? null;
      added += t
        .insert(bylines)
        .values({ ...printed[role], name, staffId })
        .onConflictDoNothing()
        .run().changes;
    }
    if (added > 0) announce(t, { kind: 'staff-changed' }, now);
  });
}

async function seedAccount(db: AppDb, member: (typeof members)[number], password: string, now: Date) {
  const known = db.select().from(staff).where(eq(staff.email, member.email)).get();
  if (known && (await passwordMatches(password, known.passwordHash))) return;

  const outcome = known
    ? await resetPassword(db, theOperator, { member: known.id, password }, now)
    : await addStaff(db, theOperator, { ...member, password }, now);
  if (!outcome.ok) throw new CommandError(refusalMessage(outcome.code, member.email));
}

function refusalMessage(code: AddStaffRefusal | ResetRefusal, email: string): string {
  if (code === 'password-too-short' || code === 'password-too-long' || code === 'password-guessable')
    return `BARTA_DEMO_PASSWORD: ${sentenceOf(code)}`;
  return `The demo account ${email} cannot be made: ${code}.`;
}
