import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { storyTopics, topics as topicsTable } from '@/db/schema';
import { namesField } from '../field-kinds';
import { slugOfName } from './slug-of-name';

/** By name; an unknown name creates a topic. */
export const topics = namesField('topics', {
  label: 'editor.topics',
  limit: 20,
  read: (t, { id }) =>
    t
      .select({ name: topicsTable.name })
      .from(storyTopics)
      .innerJoin(topicsTable, eq(topicsTable.id, storyTopics.topicId))
      .where(eq(storyTopics.storyId, id))
      .orderBy(asc(storyTopics.position))
      .all()
      .map(({ name }) => name),
  link(t, storyId, names) {
    const ids = [...new Set(names.map((name) => topicNamed(t, name)))];
    t.delete(storyTopics).where(eq(storyTopics.storyId, storyId)).run();
    for (const [position, topicId] of ids.entries()) {
      t.insert(storyTopics).values({ storyId, topicId, position }).run();
    }
  },
});

/** The id of the topic with a tidy name, which is created if unknown. */
export function topicNamed(t: Tx, name: string): number {
  const slug = slugOfName(name);
  const known = t.select().from(topicsTable).where(eq(topicsTable.slug, slug)).get();
  return known?.mergedInto ?? known?.id ?? t.insert(topicsTable).values({ slug, name }).returning().get().id;
}
