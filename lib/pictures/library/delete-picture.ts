import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { scheduleFileDeletion } from '../cleanup/delete-unused-files';
import { isPictureUsed, pictureUsesOf } from '../picture-uses';
import { mayEditPicture } from './may-edit-picture';

export type DeletePictureRefusal = 'forbidden' | 'in-use' | 'stale';

/** A picture that stands nowhere leaves the library. A second click finds it gone, and is done. */
export async function deletePicture(
  db: Db,
  actor: Actor,
  { pictureId, basedOn }: { pictureId: number; basedOn: number },
  now = new Date(),
): Promise<Result<void, DeletePictureRefusal>> {
  return tx(db, (t) => {
    const picture = t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
    if (!picture) return done();
    const uses = pictureUsesOf(t, pictureId);
    if (!mayEditPicture(actor, picture, uses)) return refused('forbidden');
    if (isPictureUsed(uses)) return refused('in-use');
    if (picture.version !== basedOn) return refused('stale');

    t.delete(pictures).where(eq(pictures.id, pictureId)).run();
    scheduleFileDeletion(t, picture.variants, now);
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
