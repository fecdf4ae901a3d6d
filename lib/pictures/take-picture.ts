import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

/** A reader's picture becomes the desk's, by whoever keeps pictures. Done twice, it is done once. */
export async function takePicture(
  db: Db,
  actor: Actor,
  { pictureId }: { pictureId: number },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'not-found'>> {
  if (!may(actor, 'keep-picture')) return refused('forbidden');
  return tx(db, (t) => {
    const picture = t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
    if (!picture) return refused('not-found');
    if (picture.origin === 'desk') return done();
    t.update(pictures).set({ origin: 'desk' }).where(eq(pictures.id, pictureId)).run();
    appendAudit(t, { actor, verb: 'take-picture', subject: `picture:${pictureId}`, at: now });
    return done();
  });
}
