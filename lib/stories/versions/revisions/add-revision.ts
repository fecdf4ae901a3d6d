import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type RevisionReason, type StoryState, type stories, storyRevisions } from '@/db/schema';
import type { StoryFields } from '@/lib/stories/fields/catalogue';

/** The content of a revision. */
export interface Snapshot {
  fields: StoryFields;
  state: StoryState;
}

/**
 * Adds a revision, unless the last one is of this very version. It runs inside the action's transaction:
 * `reindexAndAnnounce` calls it for whatever changes a story's state, so that no command can forget it.
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
