import { asc, eq, lte, sql } from 'drizzle-orm';
import type { AppDb, Tx } from '@/db/client';
import { type PictureVariant, pictureRemains, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import type { PictureStore } from '../picture-store';

/** Inside the command by which a picture loses its files: they go at `removeAt`. */
export function scheduleFileDeletion(t: Tx, variants: readonly PictureVariant[], removeAt: Date): void {
  for (const { file } of variants) {
    t.insert(pictureRemains)
      .values({ file, removeAt })
      .onConflictDoUpdate({ target: pictureRemains.file, set: { removeAt } })
      .run();
  }
}

/** Takes away the files whose time has come, a few hundred at once. Returns how many went. */
export async function deleteUnusedPictureFiles(
  db: AppDb,
  store: PictureStore,
  now = new Date(),
): Promise<number> {
  const due = db
    .select()
    .from(pictureRemains)
    .where(lte(pictureRemains.removeAt, now))
    .orderBy(asc(pictureRemains.removeAt))
    .limit(300)
    .all();
  let removed = 0;
  for (const { file } of due) {
    // The same file may be a picture's again. Told inside, so that none becomes one meanwhile.
    const isWanted = await tx(db, (t) => {
      t.delete(pictureRemains).where(eq(pictureRemains.file, file)).run();
      const owner = t
        .select({ id: pictures.id })
        .from(pictures)
        .where(
          sql`${pictures.sha256} >= ${file.slice(0, 20)} and ${pictures.sha256} < ${`${file.slice(0, 20)}g`}`,
        )
        .get();
      return owner !== undefined;
    });
    if (isWanted) continue;
    await store.remove(file);
    removed += 1;
  }
  return removed;
}
