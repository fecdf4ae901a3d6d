import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { arrangementIn } from './arrangement/arrangement';
import {
  addEdition,
  editionOf,
  type FrontAt,
  type FrontRefusal,
  frontChanged,
  frontRow,
  writeFront,
} from './front-rows';

/**
 * Publishes an earlier edition again, as a new one; 0: the automatic front, as before the first edition. The draft
 * stays.
 */
export async function restoreEdition(
  db: Db,
  actor: Actor,
  { number, ...which }: FrontAt & { number: number },
  now = new Date(),
): Promise<Result<{ number: number }, FrontRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  return tx(db, (t) => {
    const front = frontRow(t, which.slug, now);
    if (!front) return refused('not-found');
    if (front.version !== which.basedOn) return refused('stale');
    if (front.live === number) return refused('nothing-to-do');
    const edition = number === 0 ? null : arrangementIn(editionOf(t, which.slug, number)?.arrangement);
    if (number !== 0 && !edition) return refused('no-edition');

    const live = edition ? addEdition(t, which.slug, edition, actor, now) : 0;
    writeFront(t, which, { live }, actor, now);
    appendAudit(t, {
      actor,
      verb: 'restore-front',
      subject: `front:${which.slug}`,
      before: { edition: front.live },
      after: { edition: live, from: number },
      at: now,
    });
    announce(t, frontChanged(which.slug), now);
    return done({ number: live });
  });
}
