import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { stories } from '@/db/schema';
import { documentHtml } from './document-html';
import { documentLookups } from './document-lookups';
import { storedDocument } from './stored-body';

/**
 * Renders the HTML again after something that the body refers to has changed. This is not an edit, so the version
 * stays.
 */
export function rerenderBody(t: Tx, storyId: number): void {
  const story = t
    .select({ bodyDoc: stories.bodyDoc, bodyHtml: stories.bodyHtml })
    .from(stories)
    .where(eq(stories.id, storyId))
    .get();
  if (!story) return;
  const bodyHtml = documentHtml(storedDocument(story), documentLookups(t));
  if (bodyHtml !== story.bodyHtml) t.update(stories).set({ bodyHtml }).where(eq(stories.id, storyId)).run();
}
