import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { AppDb, ReadDb } from '@/db/client';
import { bulkChanges } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { StoryRow } from '../fields/field';
import { storyById } from '../story-row';
import { assignStory } from '../workflow/assign-story';
import { binStory, restoreStory } from '../workflow/bin-story';
import { fileStory } from '../workflow/file-story';
import { moveStory } from '../workflow/move-story';
import { scheduleStory } from '../workflow/publication/schedule-story';
import { unpublishStory } from '../workflow/publication/unpublish-story';
import { returnStory } from '../workflow/return-story';
import type { BulkKind } from './bulk-action';
import { type Changed, momentOf } from './bulk-record';
import { type BulkOutcome, type BulkRefusal, editFields, headlineOf, isDone } from './change-many';

/** How long a bulk change can be undone in one step; after that, story by story. */
export const undoMinutes = 30;

export interface UndoneMany {
  done: number;
  refused: BulkOutcome[];
}

/**
 * Undoes a member's own bulk change: each story through the command for it, and only if it has not been changed
 * since. The others stay as they are and are listed in the result.
 */
export async function undoMany(
  db: AppDb,
  actor: StaffMember,
  { bulkId }: { bulkId: number },
  now = new Date(),
): Promise<Result<UndoneMany, 'forbidden' | 'nothing-to-undo'>> {
  if (!may(actor, 'write-story')) return refused('forbidden');
  // Claimed before it runs, so that a second click finds it undone.
  const bulk = await tx(db, (t) => {
    const found = undoable(t, actor, now, bulkId);
    if (found) t.update(bulkChanges).set({ undoneAt: now }).where(eq(bulkChanges.id, found.id)).run();
    return found ?? null;
  });
  if (!bulk) return refused('nothing-to-undo');

  const undone: UndoneMany = { done: 0, refused: [] };
  const stories: number[] = [];
  for (const changed of bulk.changed as Changed[]) {
    const { storyId } = changed;
    const story = storyById(db, storyId);
    const restored = story
      ? await restore(db, actor, { story, changed, kind: bulk.kind as BulkKind }, now)
      : refused('not-found');
    if (restored.ok) {
      undone.done += 1;
      stories.push(storyId);
    } else {
      const { code, field } = restored;
      undone.refused.push({ storyId, headline: headlineOf(db, storyId), code, ...(field && { field }) });
    }
  }
  await tx(db, (t) => {
    const after = { kind: bulk.kind, stories };
    appendAudit(t, { actor, verb: 'undo-many-stories', subject: `bulk:${bulk.id}`, after, at: now });
  });
  return done(undone);
}

/** What the member's next undo would revert; null if there is nothing or it is too old. */
export function lastUndoable(db: ReadDb, actor: StaffMember, now = new Date()) {
  const bulk = undoable(db, actor, now);
  return bulk
    ? { id: bulk.id, kind: bulk.kind as BulkKind, at: bulk.at, count: (bulk.changed as Changed[]).length }
    : null;
}

function undoable(t: ReadDb, actor: StaffMember, now: Date, bulkId?: number) {
  const since = new Date(now.getTime() - undoMinutes * 60_000);
  return t
    .select()
    .from(bulkChanges)
    .where(
      and(
        eq(bulkChanges.staffId, actor.id),
        gt(bulkChanges.at, since),
        isNull(bulkChanges.undoneAt),
        bulkId === undefined ? undefined : eq(bulkChanges.id, bulkId),
      ),
    )
    .orderBy(desc(bulkChanges.id))
    .limit(1)
    .get();
}

async function restore(
  db: AppDb,
  actor: StaffMember,
  { story, changed, kind }: { story: StoryRow; changed: Changed; kind: BulkKind },
  now: Date,
): Promise<Result<unknown, BulkRefusal>> {
  const { storyId, before } = changed;
  if (story.version !== changed.version) return refused('stale');
  const which = { storyId, basedOn: story.version };
  const correctedAt = momentOf(before.correctedAt);
  switch (kind) {
    case 'section':
      return editFields(db, actor, { story, change: { section: before.section }, correctedAt }, now);
    case 'add-topic':
    case 'remove-topic':
      return editFields(db, actor, { story, change: { topics: before.topics }, correctedAt }, now);
    case 'close-comments':
    case 'open-comments': {
      const change = { comments: before.comments, commentsUntil: momentOf(before.commentsUntil) };
      return editFields(db, actor, { story, change, correctedAt }, now);
    }
    case 'assign': {
      const { assigneeId } = before;
      const dueAt = momentOf(before.dueAt);
      return isDone(
        await assignStory(db, actor, { storyId, assigneeId, dueAt, seen: changed.assigneeId }, now),
      );
    }
    case 'publish': {
      const down = await unpublishStory(db, actor, which, now);
      return down.ok ? backOnDesk(db, actor, changed, now) : down;
    }
    case 'schedule': {
      if (before.state === 'scheduled') return backOnDesk(db, actor, changed, now);
      const back = await returnStory(db, actor, which, now);
      return back.ok ? backOnDesk(db, actor, changed, now) : back;
    }
    case 'unpublish':
      return publishAgain(db, actor, { ...which, before }, now);
    case 'bin':
      return story.binnedAt ? restoreStory(db, actor, which, now) : refused('stale');
    case 'restore':
      return story.binnedAt ? refused('stale') : binStory(db, actor, which, now);
  }
}

/** With the original publication time, so that it returns to its old place in every listing. */
function publishAgain(
  db: AppDb,
  actor: StaffMember,
  { before, ...which }: { storyId: number; basedOn: number } & Pick<Changed, 'before'>,
  now: Date,
): Promise<Result<unknown, BulkRefusal>> {
  const publishedAt = momentOf(before.publishedAt) ?? now;
  const unpublishAt = momentOf(before.unpublishAt);
  return moveStory(
    db,
    actor,
    which,
    {
      verb: 'publish-story',
      from: ['draft'],
      to: 'published',
      isAllowed: () => may(actor, 'publish-story'),
      change: () => ({ publishedAt, unpublishAt }),
      mustBeFinished: true,
    },
    now,
  );
}

/** From a draft, or from another time, to its former state at the desk. A time that has passed is not restored. */
async function backOnDesk(
  db: AppDb,
  actor: StaffMember,
  { storyId, before }: Changed,
  now: Date,
): Promise<Result<unknown, BulkRefusal>> {
  const basedOn = storyById(db, storyId)?.version ?? 0;
  const at = momentOf(before.scheduledAt);
  if (before.state === 'filed') return fileStory(db, actor, { storyId, basedOn }, now);
  if (before.state === 'scheduled' && at && at > now)
    return scheduleStory(db, actor, { storyId, basedOn, at }, now);
  return done();
}
