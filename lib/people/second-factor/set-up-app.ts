import { fromBengaliDigits } from '@barta/bengali/digits';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffTotp } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { decryptText, encryptText } from '@/lib/encrypt-text';
import { done, type Result, refused } from '@/lib/result';
import type { StaffMember } from '../actor';
import { replaceRecoveryCodes } from './recovery-codes';
import { newTotpSecret, stepOfCode } from './totp';

/**
 * The secret for a member's authenticator app, in base32: a new one, or that which waits for its first code, so that a page
 * that is loaded again shows the same. `key`: AUTH_SECRET.
 */
export async function beginAppSetup(
  db: Db,
  member: StaffMember,
  key: string,
  now = new Date(),
): Promise<Result<{ secret: string }, 'has-app'>> {
  return tx(db, (t) => {
    const stored = t.select().from(staffTotp).where(eq(staffTotp.staffId, member.id)).get();
    if (stored?.confirmedAt) return refused('has-app');
    const waiting =
      stored && decryptText(stored.encryptedSecret, { secret: key, purpose: 'two-factor secret' });
    if (waiting) return done({ secret: waiting });

    const secret = newTotpSecret();
    const encryptedSecret = encryptText(secret, { secret: key, purpose: 'two-factor secret' });
    t.insert(staffTotp)
      .values({ staffId: member.id, encryptedSecret, createdAt: now })
      .onConflictDoUpdate({ target: staffTotp.staffId, set: { encryptedSecret, createdAt: now } })
      .run();
    return done({ secret });
  });
}

/** The app's first code turns the second factor on. Answers the recovery codes, which are shown this once. */
export async function confirmApp(
  db: Db,
  member: StaffMember,
  { code, key }: { code: string; key: string },
  now = new Date(),
): Promise<Result<{ recoveryCodes: string[] }, 'wrong-code' | 'not-begun'>> {
  return tx(db, (t) => {
    const stored = t.select().from(staffTotp).where(eq(staffTotp.staffId, member.id)).get();
    const secret =
      stored && !stored.confirmedAt
        ? decryptText(stored.encryptedSecret, { secret: key, purpose: 'two-factor secret' })
        : null;
    if (!secret) return refused('not-begun');
    const digits = fromBengaliDigits(code).replace(/\s/g, '');
    const step = stepOfCode(secret, digits, 0, now);
    if (step === null) return refused('wrong-code', 'code');

    t.update(staffTotp)
      .set({ confirmedAt: now, lastStep: step })
      .where(eq(staffTotp.staffId, member.id))
      .run();
    const recoveryCodes = replaceRecoveryCodes(t, member.id);
    appendAudit(t, { actor: member, verb: 'turn-on-second-factor', subject: `staff:${member.id}`, at: now });
    return done({ recoveryCodes });
  });
}
