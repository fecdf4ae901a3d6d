import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { ReadDb, Tx } from '@/db/client';
import { staffRecoveryCodes, staffTotp } from '@/db/schema';

export interface SecondFactors {
  /** An authenticator app that has proven that it has the secret. */
  hasApp: boolean;
  /** Recovery codes that are not used. */
  recoveryCodes: number;
}

/** By what a member can prove who they are besides the password. */
export function secondFactorsOf(db: ReadDb | Tx, staffId: number): SecondFactors {
  const app = db
    .select({ staffId: staffTotp.staffId })
    .from(staffTotp)
    .where(and(eq(staffTotp.staffId, staffId), isNotNull(staffTotp.confirmedAt)))
    .get();
  const codes = db
    .select({ count: count() })
    .from(staffRecoveryCodes)
    .where(and(eq(staffRecoveryCodes.staffId, staffId), isNull(staffRecoveryCodes.usedAt)))
    .get();
  return { hasApp: app !== undefined, recoveryCodes: codes?.count ?? 0 };
}
