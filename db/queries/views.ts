import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { sections, stories, viewCounts } from '../schema';

/** The published stories that were read most from that hour on (hours since 1970), the most read first. */
export async function mostReadSince(db: Db, hour: number, limit: number) {
  return db
    .select({ id: stories.id, section: sections.slug })
    .from(viewCounts)
    .innerJoin(stories, and(eq(stories.id, viewCounts.storyId), eq(stories.state, 'published')))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(gte(viewCounts.hour, hour))
    .groupBy(stories.id)
    .orderBy(desc(sql`sum(${viewCounts.views})`), desc(stories.id))
    .limit(limit)
    .all();
}
