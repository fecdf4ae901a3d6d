import { asc, desc, eq, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { comments, moderationRules, sections, stories } from '@/db/schema';

/** The newsroom's own rules, on or off, in the order they were made. */
export async function allRules(db: ReadDb) {
  return db.select().from(moderationRules).orderBy(asc(moderationRules.id)).all();
}

/** Those that are on. */
export async function rulesInForce(db: ReadDb) {
  return db
    .select()
    .from(moderationRules)
    .where(eq(moderationRules.isOn, true))
    .orderBy(asc(moderationRules.id))
    .all();
}

/** The latest comments by readers, as rules look at them; `isFirst`: nothing of its writer stood before. */
export async function latestComments(db: ReadDb, limit: number) {
  return db
    .select({
      id: comments.id,
      name: comments.name,
      body: comments.body,
      website: comments.website,
      state: comments.state,
      sectionId: stories.sectionId,
      createdAt: comments.createdAt,
      isFirst: sql<number>`not exists (select 1 from comments earlier
        where earlier.commenter_id = ${comments.commenterId} and earlier.id < ${comments.id} and earlier.state = 'visible')`.mapWith(
        Boolean,
      ),
    })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .where(eq(comments.fromNewsroom, false))
    .orderBy(desc(comments.id))
    .limit(limit)
    .all();
}

export async function sectionsWithStrictness(db: ReadDb) {
  return db
    .select({ id: sections.id, name: sections.name, strictness: sections.strictness })
    .from(sections)
    .orderBy(asc(sections.position))
    .all();
}
