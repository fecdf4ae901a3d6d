import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { ads } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

/** Deletes an ad. A second click succeeds as well. */
export async function deleteAd(
  db: Db,
  actor: Actor,
  { id, basedOn }: { id: number; basedOn: number },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'stale'>> {
  if (!may(actor, 'manage-ads')) return refused('forbidden');
  return tx(db, (t) => {
    const ad = t.select().from(ads).where(eq(ads.id, id)).get();
    if (!ad) return done();
    if (ad.version !== basedOn) return refused('stale');
    t.delete(ads).where(eq(ads.id, id)).run();
    const { id: _, version: __, ...before } = ad;
    appendAudit(t, { actor, verb: 'delete-ad', subject: `ad:${id}`, before, at: now });
    announce(t, { kind: 'ads-changed' }, now);
    return done();
  });
}
