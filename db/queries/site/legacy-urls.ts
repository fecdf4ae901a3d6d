import { asc, eq, gt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { legacyUrls } from '@/db/schema';

export async function legacyUrlByPath(db: Db, path: string) {
  return db.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get();
}

export async function legacyUrlByPost(db: Db, wpPostId: number) {
  return db.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, wpPostId)).get();
}

/** In the order of their paths, from the one behind `after`. */
export async function legacyUrlsAfter(db: Db, after: string, limit: number) {
  return db
    .select()
    .from(legacyUrls)
    .where(gt(legacyUrls.path, after))
    .orderBy(asc(legacyUrls.path))
    .limit(limit)
    .all();
}
