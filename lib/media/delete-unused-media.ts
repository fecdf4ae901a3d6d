import { asc, eq, lte } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { mediaFiles, mediaRemains } from '@/db/schema';
import { tx } from '@/db/tx';
import { removeMediaFile } from './media-store';

/** Deletes the files that were removed from the library. Returns how many. */
export async function deleteUnusedMediaFiles(db: AppDb, folder: string, now = new Date()): Promise<number> {
  const due = db
    .select({ file: mediaRemains.file })
    .from(mediaRemains)
    .where(lte(mediaRemains.removeAt, now))
    .orderBy(asc(mediaRemains.removeAt))
    .limit(100)
    .all();
  let removed = 0;
  for (const { file } of due) {
    // If it was uploaded again, it belongs to the library again. An upload in progress checks whether the file is
    // still there.
    const isWanted = await tx(db, (t) => {
      t.delete(mediaRemains).where(eq(mediaRemains.file, file)).run();
      return (
        t.select({ id: mediaFiles.id }).from(mediaFiles).where(eq(mediaFiles.file, file)).get() !== undefined
      );
    });
    if (isWanted) continue;
    await removeMediaFile(folder, file);
    removed += 1;
  }
  return removed;
}
