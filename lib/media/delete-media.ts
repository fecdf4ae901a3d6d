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
 * A sound or film that stands nowhere leaves the library, and its file goes with the next sweep. A second click finds it
 * gone, and is done.
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
