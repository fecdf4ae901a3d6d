import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staffSessions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { done, type Result, refused } from '@/lib/result';
import type { StaffMember } from '../actor';

/** A member signs out another browser of theirs. `session` is the hash that the list of sessions names it by. */
export async function endOwnSession(
  db: Db,
  actor: StaffMember,
  { session }: { session: string },
  now = new Date(),
): Promise<Result<void, 'not-found'>> {
  return tx(db, (t) => {
    const theirs = and(
      eq(staffSessions.tokenHash, session),
      eq(staffSessions.staffId, actor.id),
      isNull(staffSessions.endedAt),
    );
    const { changes } = t.update(staffSessions).set({ endedAt: now }).where(theirs).run();
    if (changes === 0) return refused('not-found');
    appendAudit(t, { actor, verb: 'end-session', subject: `staff:${actor.id}`, at: now });
    return done();
  });
}
