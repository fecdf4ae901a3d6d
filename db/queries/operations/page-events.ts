import { asc, desc, gt } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { pageEvents } from '@/db/schema';

/** The id of the newest event; 0 where there is none. */
export async function lastPageEvent(db: ReadDb): Promise<number> {
  return (
    db.select({ id: pageEvents.id }).from(pageEvents).orderBy(desc(pageEvents.id)).limit(1).get()?.id ?? 0
  );
}

/** Oldest first. */
export async function pageEventsAfter(db: ReadDb, id: number, limit = 500) {
  return db
    .select({ id: pageEvents.id, tags: pageEvents.tags })
    .from(pageEvents)
    .where(gt(pageEvents.id, id))
    .orderBy(asc(pageEvents.id))
    .limit(limit)
    .all();
}
