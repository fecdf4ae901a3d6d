import { asc, eq, gt } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { legacyUrls } from '@/db/schema';

export async function legacyUrlByPath(db: ReadDb, path: string) {
  return db.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get();
}

export async function legacyUrlByPost(db: ReadDb, wpPostId: number) {
  return db.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, wpPostId)).get();
}

/** In the order of their paths, from the one behind `after`. */
export async function legacyUrlsAfter(db: ReadDb, after: string, limit: number) {
  return db
    .select()
    .from(legacyUrls)
    .where(gt(legacyUrls.path, after))
    .orderBy(asc(legacyUrls.path))
    .limit(limit)
    .all();
}
