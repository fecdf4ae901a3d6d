import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { AppDb, ReadDb } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { folderPictureStore } from '../picture-store';
import { isPictureUsed, pictureUsesOf } from '../picture-uses';

/** So long somebody may take over a form with pictures that were kept while its words were wrong. */
const heldMs = 86_400_000;

/**
 * Readers' pictures that no tip holds, a day later: rows and files; and files whose row has gone or has become the
 * desk's. `folder`: where readers' pictures wait. Returns how many pictures went.
 */
export async function deleteForgottenReaderPictures(
  db: AppDb,
  folder: string,
  now = new Date(),
): Promise<number> {
  const before = new Date(now.getTime() - heldMs);
  const isForgotten = and(
    eq(pictures.origin, 'reader'),
    lt(pictures.createdAt, before),
    sql`not exists (select 1 from tips, json_each(tips.picture_ids) held where held.value = ${pictures.id})`,
  );
  const gone = await tx(db, (t) => {
    const forgotten = t.select({ id: pictures.id }).from(pictures).where(isForgotten).limit(300).all();
    const ids = forgotten.map(({ id }) => id).filter((id) => !isPictureUsed(pictureUsesOf(t, id)));
    if (ids.length > 0) t.delete(pictures).where(inArray(pictures.id, ids)).run();
    return ids.length;
  });

  const store = folderPictureStore(folder);
  for (const file of await readdir(folder).catch(() => [])) {
    const changed = await stat(join(folder, file)).catch(() => null);
    const isNamed = /^[0-9a-f]{20}-\d{1,5}\.(avif|webp|jpg)$/.test(file);
    if (!changed || !isNamed || changed.mtime >= before || isHeld(db, file.slice(0, 20))) continue;
    await store.remove(file);
  }
  return gone;
}

function isHeld(db: ReadDb, head: string): boolean {
  const row = db
    .select({ origin: pictures.origin })
    .from(pictures)
    .where(sql`${pictures.sha256} >= ${head} and ${pictures.sha256} < ${`${head}g`}`)
    .get();
  return row?.origin === 'reader';
}
