import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { pictures, tips } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { queueErasure } from '@/lib/erasure/queue-erasure';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { PictureStore } from '@/lib/pictures/picture-store';
import { isPictureUsed, pictureUsesOf } from '@/lib/pictures/picture-uses';
import { done, type Result, refused } from '@/lib/result';

/**
 * A tip goes for good: its row, its pictures that nothing else holds, and, by what is recorded with it, the bytes
 * that the database's file and log still have. A story that was made of it stays; it never had the sender's address.
 */
export async function eraseTip(
  db: Db,
  waiting: PictureStore,
  actor: Actor,
  { tipId, basedOn }: { tipId: number; basedOn: number },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'stale'>> {
  if (!may(actor, 'erase-tip')) return refused('forbidden');
  const outcome = await tx(db, (t) => {
    const tip = t.select().from(tips).where(eq(tips.id, tipId)).get();
    if (!tip) return done<string[]>([]);
    if (tip.version !== basedOn) return refused('stale');
    t.delete(tips).where(eq(tips.id, tipId)).run();
    const files = tip.pictureIds.flatMap((id) => dropPicture(t, id));
    // Nobody's mail: a tip has none.
    queueErasure(t, `tip:${tipId}`, { commenterId: 0 }, now);
    appendAudit(t, { actor, verb: 'erase-tip', subject: `tip:${tipId}`, at: now });
    return done(files);
  });
  if (!outcome.ok) return outcome;
  for (const file of outcome.value) await waiting.remove(file);
  return done();
}

/** The files that are left of a reader's picture, if nobody else wants it. */
function dropPicture(t: Tx, id: number): string[] {
  const picture = t.select().from(pictures).where(eq(pictures.id, id)).get();
  if (picture?.origin !== 'reader' || isPictureUsed(pictureUsesOf(t, id))) return [];
  const other = t
    .select({ id: tips.id })
    .from(tips)
    .where(sql`exists (select 1 from json_each(${tips.pictureIds}) held where held.value = ${id})`)
    .get();
  if (other) return [];
  t.delete(pictures).where(eq(pictures.id, id)).run();
  return picture.variants.map(({ file }) => file);
}
