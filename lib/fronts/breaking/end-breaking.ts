import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { breakingLines } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { BreakingRefusal } from './add-breaking';

/** Removes a line from the strip early. */
export async function endBreaking(
  db: Db,
  actor: Actor,
  id: number,
  now = new Date(),
): Promise<Result<void, BreakingRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  return tx(db, (t) => {
    const { changes } = t
      .update(breakingLines)
      .set({ endedAt: now })
      .where(and(eq(breakingLines.id, id), isNull(breakingLines.endedAt)))
      .run();
    if (changes === 0) return refused('not-found');
    appendAudit(t, { actor, verb: 'end-breaking', subject: `breaking:${id}`, at: now });
    announce(t, { kind: 'settings-changed' }, now);
    return done();
  });
}
