import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import type { StaffMember } from '../actor';
import { replaceRecoveryCodes } from './recovery-codes';
import { secondFactorsOf } from './second-factors';

/** New recovery codes for a member who has used or lost the earlier ones. Shown this once. */
export async function renewRecoveryCodes(
  db: Db,
  member: StaffMember,
  now = new Date(),
): Promise<Result<{ recoveryCodes: string[] }, 'none'>> {
  return tx(db, (t) => {
    if (!secondFactorsOf(t, member.id).hasApp) return refused('none');
    const recoveryCodes = replaceRecoveryCodes(t, member.id);
    appendAudit(t, { actor: member, verb: 'new-recovery-codes', subject: `staff:${member.id}`, at: now });
    return done({ recoveryCodes });
  });
}
