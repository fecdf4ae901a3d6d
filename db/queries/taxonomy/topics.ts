import { eq, sql } from 'drizzle-orm';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { stories, topics } from '@/db/schema';

export const topicBySlug = cachedUntilCommit(async (db: ReadDb, slug: string) =>
  db.select().from(topics).where(eq(topics.slug, slug)).get(),
);

export async function topicSlug(db: ReadDb, id: number): Promise<string | null> {
  return db.select({ slug: topics.slug }).from(topics).where(eq(topics.id, id)).get()?.slug ?? null;
}

/** A column of a query on stories: their topics in order. */
export const topicsOfStory =
  sql`(select json_group_array(json_array(tie.position, topic.id, topic.slug, topic.name))
  from story_topics tie cross join topics topic
  where tie.story_id = ${stories.id} and topic.id = tie.topic_id)`.mapWith(topicsIn);

function topicsIn(json: string) {
  const rows = JSON.parse(json) as [position: number, id: number, slug: string, name: string][];
  return rows.sort(([a], [b]) => a - b).map(([, id, slug, name]) => ({ id, slug, name }));
}
