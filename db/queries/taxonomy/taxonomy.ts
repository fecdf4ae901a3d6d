import { and, asc, desc, eq, isNull, like, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { bylines, staff, topics } from '@/db/schema';

const LISTED = 60;

/** Topics whose name or slug holds the words, those with most stories first. Merged ones are not listed. */
export async function topicsOnDesk(db: ReadDb, words: string) {
  return db
    .select({
      id: topics.id,
      slug: topics.slug,
      name: topics.name,
      description: topics.description,
      version: topics.version,
      stories: topics.stories,
    })
    .from(topics)
    .where(and(isNull(topics.mergedInto), holding(topics.name, words)))
    .orderBy(desc(topics.stories), asc(topics.id))
    .limit(LISTED)
    .all();
}

export async function topicById(db: ReadDb, id: number) {
  return db.select().from(topics).where(eq(topics.id, id)).get();
}

/** Who signs stories, by name or role. */
export async function bylinesOnDesk(db: ReadDb, words: string) {
  return db
    .select({
      id: bylines.id,
      slug: bylines.slug,
      name: bylines.name,
      kind: bylines.kind,
      role: bylines.role,
      member: staff.name,
      stories: bylines.stories,
    })
    .from(bylines)
    .leftJoin(staff, eq(staff.id, bylines.staffId))
    .where(holding(bylines.name, words))
    .orderBy(desc(bylines.stories), asc(bylines.id))
    .limit(LISTED)
    .all();
}

export async function bylineById(db: ReadDb, id: number) {
  return db.select().from(bylines).where(eq(bylines.id, id)).get();
}

function holding(column: typeof topics.name | typeof bylines.name, words: string) {
  if (words === '') return undefined;
  return like(column, sql`'%' || replace(replace(${words}, '%', ''), '_', '') || '%'`);
}
