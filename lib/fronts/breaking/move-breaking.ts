import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { breakingLines } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { BreakingRefusal } from './add-breaking';

/** Moves a line of the strip one place: -1 towards the beginning, 1 towards the end. */
export async function moveBreaking(
  db: Db,
  actor: Actor,
  { id, by }: { id: number; by: -1 | 1 },
  now = new Date(),
): Promise<Result<void, BreakingRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  return tx(db, (t) => {
    const running = t
      .select()
      .from(breakingLines)
      .where(and(isNull(breakingLines.endedAt), gt(breakingLines.until, now)))
      .orderBy(asc(breakingLines.position), asc(breakingLines.id))
      .all();
    const at = running.findIndex((line) => line.id === id);
    const [line, other] = [running[at], running[at + by]];
    if (!line) return refused('not-found');
    if (!other) return refused('nothing-to-do');

    const order = running.map((each) => (each === line ? other : each === other ? line : each));
    order.forEach((each, index) => {
      t.update(breakingLines)
        .set({ position: index + 1 })
        .where(eq(breakingLines.id, each.id))
        .run();
    });
    appendAudit(t, {
      actor,
      verb: 'move-breaking',
      subject: `breaking:${id}`,
      before: { place: at + 1 },
      after: { place: at + by + 1 },
      at: now,
    });
    announce(t, { kind: 'settings-changed' }, now);
    return done();
  });
}
