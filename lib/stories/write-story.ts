import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { stories } from '@/db/schema';
import type { StoryColumns } from './fields/field';
import { fieldsOf } from './fields/store-fields';
import { storyById } from './story-row';
import { addFormerRevision } from './versions/revisions/add-former-revision';
import { lastWriterOf, saveSnapshot } from './versions/version-snapshots';

/**
 * The write of a command: true if the story still stood at `basedOn`, and now stands one higher. What it was before is
 * stored as a snapshot, for whoever is still writing on it.
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
