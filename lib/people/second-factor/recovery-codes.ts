import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { staffRecoveryCodes } from '@/db/schema';

export const RECOVERY_CODES = 10;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten new codes of 60 random bits, as in `k3f9-x0qm-8htz`; the earlier ones are gone. */
export function replaceRecoveryCodes(t: Tx, staffId: number): string[] {
  t.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId)).run();
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  for (const code of codes) {
    t.insert(staffRecoveryCodes)
      .values({ codeHash: recoveryCodeHash(staffId, code), staffId })
      .run();
  }
  return codes;
}

/** Uses a code up. False: it is none of this member's, or was used. */
export function spendRecoveryCode(t: Tx, staffId: number, typed: string, now: Date): boolean {
  const { changes } = t
    .update(staffRecoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(staffRecoveryCodes.codeHash, recoveryCodeHash(staffId, typed)),
        eq(staffRecoveryCodes.staffId, staffId),
        isNull(staffRecoveryCodes.usedAt),
      ),
    )
    .run();
  return changes > 0;
}

function newCode(): string {
  const letters = [...randomBytes(12)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return letters.replace(/.{4}(?!$)/g, '$&-');
}

/** In whatever case and however grouped it is typed; Crockford's letters that are read as digits are digits. */
function recoveryCodeHash(staffId: number, code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/[il]/g, '1')
    .replace(/o/g, '0');
  return createHash('sha256').update(`${staffId}:${plain}`).digest('base64url');
}
