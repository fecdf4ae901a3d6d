import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { type Arrangement, arrangementIn, changesBetween } from './arrangement/arrangement';
import { type FrontAt, type FrontRefusal, faultOf, frontRow, writeFront } from './front-rows';

/**
 * Saves the draft of a front; readers do not see it. Null discards it. It is refused if based on an older version, so
 * that a newer one is not overwritten.
 */
export async function saveFront(
  db: Db,
  actor: Actor,
  { arranged, ...which }: FrontAt & { arranged: Arrangement | null },
  now = new Date(),
): Promise<Result<{ version: number }, FrontRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  return tx(db, (t) => {
    const front = frontRow(t, which.slug, now);
    if (!front) return refused('not-found');
    if (front.version !== which.basedOn) return refused('stale');
    const fault = arranged && faultOf(t, arranged);
    if (fault) return refused(fault);

    writeFront(t, which, { draft: arranged }, actor, now);
    const before = arrangementIn(front.draft);
    appendAudit(t, {
      actor,
      verb: arranged ? 'arrange-front' : 'discard-front',
      subject: `front:${which.slug}`,
      before: { version: front.version },
      after: {
        version: which.basedOn + 1,
        changes: arranged && before ? changesBetween(before, arranged) : null,
      },
      at: now,
    });
    return done({ version: which.basedOn + 1 });
  });
}
