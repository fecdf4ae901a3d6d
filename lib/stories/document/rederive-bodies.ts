import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { stories } from '@/db/schema';
import { lookupsIn } from './lookups';
import { documentOf } from './read-document';
import { renderDocument } from './render';

/**
 * The HTML of these stories' bodies anew, when something that they only name has changed: a picture's file or words.
 * Nobody has edited them, so their versions stay.
 */
export function rederiveBodies(t: Tx, storyIds: readonly number[]): void {
  if (storyIds.length === 0) return;
  const rows = t
    .select({ id: stories.id, bodyDoc: stories.bodyDoc })
    .from(stories)
    .where(inArray(stories.id, [...storyIds]))
    .all();
  for (const { id, bodyDoc } of rows) {
    const document = documentOf(bodyDoc);
    if (!document.ok) continue;
    const bodyHtml = renderDocument(document.value, lookupsIn(t));
    t.update(stories).set({ bodyHtml }).where(eq(stories.id, id)).run();
  }
}
