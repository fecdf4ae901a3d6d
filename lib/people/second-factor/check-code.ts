import { fromBengaliDigits } from '@barta/bengali/digits';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { staffTotp } from '@/db/schema';
import { decryptText } from '@/lib/encrypt-text';
import { spendRecoveryCode } from './recovery-codes';
import { stepOfCode } from './totp';

/** How a code was right; null: it was not. Uses it up. `key`: AUTH_SECRET. */
export function checkCode(
  t: Tx,
  { staffId, code, key }: { staffId: number; code: string; key: string },
  now: Date,
): 'app' | 'recovery' | null {
  const digits = fromBengaliDigits(code).replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(digits)) return spendAppCode(t, { staffId, code: digits, key }, now) ? 'app' : null;
  return spendRecoveryCode(t, staffId, fromBengaliDigits(code), now) ? 'recovery' : null;
}

function spendAppCode(
  t: Tx,
  { staffId, code, key }: { staffId: number; code: string; key: string },
  now: Date,
): boolean {
  const app = t
    .select()
    .from(staffTotp)
    .where(and(eq(staffTotp.staffId, staffId), isNotNull(staffTotp.confirmedAt)))
    .get();
  const secret = app && decryptText(app.encryptedSecret, { secret: key, purpose: 'two-factor secret' });
  const step = secret ? stepOfCode(secret, code, app.lastStep, now) : null;
  if (step === null) return false;
  t.update(staffTotp).set({ lastStep: step }).where(eq(staffTotp.staffId, staffId)).run();
  return true;
}
