import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { Arrangement } from './arrangement/arrangement';
import {
  addEdition,
  type FrontAt,
  type FrontRefusal,
  faultOf,
  frontChanged,
  frontRow,
  writeFront,
} from './front-rows';

/** Publishes an arrangement in one step: a new edition, and the draft is removed. Returns its number. */
export async function publishFront(
  db: Db,
  actor: Actor,
  { arranged, ...which }: FrontAt & { arranged: Arrangement },
  now = new Date(),
): Promise<Result<{ number: number }, FrontRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  return tx(db, (t) => {
    const front = frontRow(t, which.slug, now);
    if (!front) return refused('not-found');
    if (front.version !== which.basedOn) return refused('stale');
    const fault = faultOf(t, arranged);
    if (fault) return refused(fault);

    const number = addEdition(t, which.slug, arranged, actor, now);
    writeFront(t, which, { draft: null, live: number }, actor, now);
    appendAudit(t, {
      actor,
      verb: 'publish-front',
      subject: `front:${which.slug}`,
      before: { edition: front.live },
      after: { edition: number },
      at: now,
    });
    announce(t, frontChanged(which.slug), now);
    return done({ number });
  });
}
