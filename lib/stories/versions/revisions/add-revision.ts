import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type RevisionReason, type StoryState, type stories, storyRevisions } from '@/db/schema';
import type { StoryFields } from '@/lib/stories/fields/catalogue';

/** What a revision holds. */
export interface Snapshot {
  fields: StoryFields;
  state: StoryState;
}

/**
 * One more revision, unless the last one is of this very version. Inside the transaction of the action that makes it
 * one: `reindexAndAnnounce` calls it for whatever moves a story, so that no command can forget it.
 */
export function addRevision(
  t: Tx,
  story: Pick<typeof stories.$inferSelect, 'id' | 'version' | 'state'>,
  fields: StoryFields,
  { reason, staffId, at }: { reason: RevisionReason; staffId: number | null; at: Date },
): void {
  const last = lastRevision(t, story.id);
  if (last?.version === story.version) return;
  const snapshot: Snapshot = { fields, state: story.state };
  t.insert(storyRevisions)
    .values({
      storyId: story.id,
      number: (last?.number ?? 0) + 1,
      version: story.version,
      snapshot,
      staffId,
      reason,
      at,
    })
    .run();
}

export function lastRevision(t: Tx, storyId: number) {
  return t
    .select({
      number: storyRevisions.number,
      version: storyRevisions.version,
      at: storyRevisions.at,
    })
    .from(storyRevisions)
    .where(eq(storyRevisions.storyId, storyId))
    .orderBy(desc(storyRevisions.number))
    .limit(1)
    .get();
}
