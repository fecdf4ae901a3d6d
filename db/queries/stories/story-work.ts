import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { presence, staff, storyDrafts, storyRevisions } from '@/db/schema';

/** A member's own unsaved texts of a story (0: of new ones), the last first. There is no query for another's. */
export async function draftsOf(db: ReadDb, staffId: number, storyId: number) {
  return db
    .select()
    .from(storyDrafts)
    .where(and(eq(storyDrafts.staffId, staffId), eq(storyDrafts.storyId, storyId)))
    .orderBy(desc(storyDrafts.savedAt), desc(storyDrafts.stroke))
    .all();
}

/** A story's revisions without their texts, the last first. */
export async function revisionsOf(db: ReadDb, storyId: number) {
  return db
    .select({
      number: storyRevisions.number,
      version: storyRevisions.version,
      reason: storyRevisions.reason,
      at: storyRevisions.at,
      by: staff.name,
    })
    .from(storyRevisions)
    .leftJoin(staff, eq(staff.id, storyRevisions.staffId))
    .where(eq(storyRevisions.storyId, storyId))
    .orderBy(desc(storyRevisions.number))
    .all();
}

export async function revisionNumbered(db: ReadDb, storyId: number, number: number) {
  return db
    .select()
    .from(storyRevisions)
    .where(and(eq(storyRevisions.storyId, storyId), eq(storyRevisions.number, number)))
    .get();
}

/** Who has these stories open since `since`, whoever writes first. */
export async function presentAt(db: ReadDb, storyIds: readonly number[], since: Date) {
  if (storyIds.length === 0) return [];
  return db
    .select({
      storyId: presence.storyId,
      staffId: presence.staffId,
      name: staff.name,
      holdsAt: presence.holdsAt,
    })
    .from(presence)
    .innerJoin(staff, eq(staff.id, presence.staffId))
    .where(and(inArray(presence.storyId, [...storyIds]), gt(presence.seenAt, since)))
    .orderBy(desc(presence.holdsAt), presence.staffId)
    .all();
}
