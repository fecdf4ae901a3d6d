import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { stories } from '@/db/schema';
import type { StoryColumns } from './fields/field';
import { fieldsOf } from './fields/store-fields';
import { storyById } from './story-row';
import { addFormerRevision } from './versions/revisions/add-former-revision';
import { lastWriterOf, saveSnapshot } from './versions/version-snapshots';

/**
 * Writes a command's changes: true if the story was still at version `basedOn`, which then increases by one. The
 * former version is stored as a snapshot for members who are still editing it.
 */
export function writeStory(
  t: Tx,
  { id, basedOn }: { id: number; basedOn: number },
  change: StoryColumns,
  now: Date,
): boolean {
  const former = storyById(t, id);
  if (former?.version !== basedOn) return false;
  const fields = fieldsOf(t, former);
  addFormerRevision(t, former, fields, { staffId: lastWriterOf(t, id), now });
  saveSnapshot(t, former, fields, now);
  const { changes } = t
    .update(stories)
    .set({ ...change, updatedAt: now, version: basedOn + 1 })
    .where(and(eq(stories.id, id), eq(stories.version, basedOn)))
    .run();
  return changes === 1;
}
