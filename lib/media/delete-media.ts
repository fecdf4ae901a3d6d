import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { mediaFiles, mediaRemains } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { mayEditMedia } from './may-edit-media';
import { isMediaUsed, mediaUsesOf } from './media-uses';

export type DeleteMediaRefusal = 'forbidden' | 'in-use' | 'stale';

/**
 * Removes an unused audio or video file from the library; the next cleanup deletes the file. A second click succeeds
 * as well.
 */
export async function deleteMedia(
  db: Db,
  actor: Actor,
  { file, basedOn }: { file: string; basedOn: number },
  now = new Date(),
): Promise<Result<void, DeleteMediaRefusal>> {
  return tx(db, (t) => {
    const media = t.select().from(mediaFiles).where(eq(mediaFiles.file, file)).get();
    if (!media) return done();
    const uses = mediaUsesOf(t, file);
    if (!mayEditMedia(actor, media, uses)) return refused('forbidden');
    if (isMediaUsed(uses)) return refused('in-use');
    if (media.version !== basedOn) return refused('stale');

    t.delete(mediaFiles).where(eq(mediaFiles.file, file)).run();
    t.insert(mediaRemains)
      .values({ file, removeAt: now })
      .onConflictDoUpdate({ target: mediaRemains.file, set: { removeAt: now } })
      .run();
    const { name, caption, credit, bytes, seconds } = media;
    appendAudit(t, {
      actor,
      verb: 'delete-media',
      subject: `media:${file}`,
      before: { name, caption, credit, bytes, seconds },
      at: now,
    });
    return done();
  });
}
