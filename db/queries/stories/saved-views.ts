import { asc, eq } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { savedViews } from '@/db/schema';

/** A member's kept filters in their own order. */
export function viewsOf(db: ReadDb, staffId: number) {
  return db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.staffId, staffId))
    .orderBy(asc(savedViews.position), asc(savedViews.id))
    .all();
}
