import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { mediaFiles, mediaRemains } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { mediaTypeOf } from './media-file';
import { fittingName, searchKeysOf } from './media-words';

interface NewMedia {
  /** Its name in the media folder, where it is already stored. */
  file: string;
  /** Its original file name. */
  name: string;
  bytes: number;
  seconds?: number | null | undefined;
}

/** Adds a file of the media folder to the library. The same bytes are the same entry. */
export async function addToMediaLibrary(
  db: Db,
  actor: Actor,
  { file, name, bytes, seconds = null }: NewMedia,
  now = new Date(),
): Promise<void> {
  const called = fittingName(name);
  return tx(db, (t) => {
    t.delete(mediaRemains).where(eq(mediaRemains.file, file)).run();
    const { changes } = t
      .insert(mediaFiles)
      .values({
        file,
        kind: mediaTypeOf(file)?.startsWith('video') ? 'video' : 'audio',
        name: called,
        bytes,
        seconds: isLength(seconds) ? seconds : null,
        searchKeys: searchKeysOf({ name: called, caption: '', credit: '' }),
        uploadedBy: actor.kind === 'staff' ? actor.id : null,
        createdAt: now,
      })
      .onConflictDoNothing({ target: mediaFiles.file })
      .run();
    if (changes > 0)
      appendAudit(t, { actor, verb: 'keep-media', subject: `media:${file}`, after: { bytes }, at: now });
  });
}

function isLength(seconds: number | null): boolean {
  return seconds !== null && Number.isInteger(seconds) && seconds > 0 && seconds <= 86_400;
}
