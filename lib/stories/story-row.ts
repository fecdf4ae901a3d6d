import { eq } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { stories } from '@/db/schema';
import type { StoryRow } from './fields/field';

export function storyById(t: ReadDb, storyId: number): StoryRow | undefined {
  return t.select().from(stories).where(eq(stories.id, storyId)).get();
}
