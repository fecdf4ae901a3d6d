import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { storyTopics, topics } from '../schema';
import { untilChanged } from '../until-changed';

export async function topicBySlug(db: Db, slug: string) {
  return db.select().from(topics).where(eq(topics.slug, slug)).get();
}

export async function topicSlug(db: Db, id: number): Promise<string | null> {
  return db.select({ slug: topics.slug }).from(topics).where(eq(topics.id, id)).get()?.slug ?? null;
}

export const topicsOf = untilChanged(async (db: Db, storyId: number) => {
  return db
    .select({ id: topics.id, slug: topics.slug, name: topics.name })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(eq(storyTopics.storyId, storyId))
    .orderBy(asc(storyTopics.position))
    .all();
});
