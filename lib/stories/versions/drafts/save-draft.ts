import { lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { storyDrafts } from '@/db/schema';
import { tx } from '@/db/tx';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { DraftInput } from './draft-input';

/**
 * Stores what a member has typed and not saved, for them alone. Ordered by strokes and not by the clock, so that a
 * delayed autosave, or one from a machine with a wrong clock, never replaces a later one.
 */
export async function saveDraft(
  db: Db,
  actor: StaffMember,
  draft: DraftInput,
  now = new Date(),
): Promise<Result<void, 'forbidden'>> {
  if (!may(actor, 'write-story')) return refused('forbidden');
  const { storyId, tab, basedOn, stroke, fields } = draft;
  return tx(db, (t) => {
    t.insert(storyDrafts)
      .values({ storyId, staffId: actor.id, tab, basedOn, stroke, fields, savedAt: now })
      .onConflictDoUpdate({
        target: [storyDrafts.storyId, storyDrafts.staffId, storyDrafts.tab],
        set: { basedOn, stroke, fields, savedAt: now },
        setWhere: lt(storyDrafts.stroke, stroke),
      })
      .run();
    return done();
  });
}
