import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { mayEditPicture } from './may-edit-picture';
import { leaveToSweeper } from './sweep-pictures';
import { isUsed, usesOf } from './uses';

/** A picture that stands nowhere leaves the library. A second click finds it gone, and is done. */
export async function deletePicture(
  db: Db,
  actor: Actor,
  { pictureId, basedOn }: { pictureId: number; basedOn: number },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'in-use' | 'stale'>> {
  return tx(db, (t) => {
    const picture = t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
    if (!picture) return done();
    const uses = usesOf(t, pictureId);
    if (!mayEditPicture(actor, picture, uses)) return refused('forbidden');
    if (isUsed(uses)) return refused('in-use');
    if (picture.version !== basedOn) return refused('stale');

    t.delete(pictures).where(eq(pictures.id, pictureId)).run();
    leaveToSweeper(t, picture.variants, now);
    const { sha256, caption, credit, alt } = picture;
    appendAudit(t, {
      actor,
      verb: 'delete-picture',
      subject: `picture:${pictureId}`,
      before: { sha256, caption, credit, alt },
      at: now,
    });
    return done();
  });
}
