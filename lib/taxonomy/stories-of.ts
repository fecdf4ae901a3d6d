import { eq } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { storyBylines, storyTopics } from '@/db/schema';

export function storiesAboutTopic(db: ReadDb, topicId: number): number[] {
  return db
    .select({ id: storyTopics.storyId })
    .from(storyTopics)
    .where(eq(storyTopics.topicId, topicId))
    .all()
    .map(({ id }) => id);
}

export function storiesSignedBy(db: ReadDb, bylineId: number): number[] {
  return db
    .select({ id: storyBylines.storyId })
    .from(storyBylines)
    .where(eq(storyBylines.bylineId, bylineId))
    .all()
    .map(({ id }) => id);
}
