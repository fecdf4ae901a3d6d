import { eq } from 'drizzle-orm';
import type { AppDb, ReadDb } from '@/db/client';
import { bulkChanges, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { StoryFields } from '../fields/catalogue';
import type { StoryRow } from '../fields/field';
import { fieldsOf } from '../fields/store-fields';
import { storyById } from '../story-row';
import { type AssignRefusal, assignStory } from '../workflow/assign-story';
import { type BinRefusal, binStory, restoreStory } from '../workflow/bin-story';
import { type EditStoryRefusal, editStory } from '../workflow/edit-story';
import { publishStory } from '../workflow/publication/publish-story';
import { type ScheduleRefusal, scheduleStory } from '../workflow/publication/schedule-story';
import { type UnpublishRefusal, unpublishStory } from '../workflow/publication/unpublish-story';
import type { BulkAction, Chosen } from './bulk-action';
import { type Changed, formerOf } from './bulk-record';

/** Why one story was left unchanged: the refusal of the command for a single story. */
export type BulkRefusal = EditStoryRefusal | AssignRefusal | ScheduleRefusal | UnpublishRefusal | BinRefusal;

/** The outcome for one story; `same`: nothing to change. */
export interface BulkOutcome {
  storyId: number;
  headline: string;
  code: BulkRefusal;
  field?: string;
}

export interface ChangedMany {
  /** Identifies the change for undo; null if nothing was changed. */
  bulkId: number | null;
  done: number;
  same: number;
  refused: BulkOutcome[];
}

/**
 * Applies one action to many stories through the command for a single story, with its permission check, audit entry
 * and announcement, and only if the story is still as it was listed. A refusal does not stop the others. The former
 * values are recorded as it goes, so that even a partial change can be undone.
 */
export async function changeMany(
  db: AppDb,
  actor: StaffMember,
  { chosen, action }: { chosen: readonly Chosen[]; action: BulkAction },
  now = new Date(),
): Promise<Result<ChangedMany, 'forbidden' | 'none-chosen'>> {
  if (!may(actor, 'write-story')) return refused('forbidden');
  if (chosen.length === 0) return refused('none-chosen');

  const bulkId = await tx(
    db,
    (t) =>
      t
        .insert(bulkChanges)
        .values({ staffId: actor.id, kind: action.kind, changed: [], at: now })
        .returning()
        .get().id,
  );
  const changed: Changed[] = [];
  const outcome: ChangedMany = { bulkId, done: 0, same: 0, refused: [] };
  for (const one of chosen) {
    const story = storyById(db, one.storyId);
    if (!story) {
      outcome.refused.push({ storyId: one.storyId, headline: '', code: 'not-found' });
      continue;
    }
    const before = formerOf(db, story);
    const carried =
      story.version === one.basedOn
        ? await carryOut(db, actor, { story, one, action }, now)
        : refused('stale');
    if (!carried.ok) {
      const { code, field } = carried;
      outcome.refused.push({ storyId: story.id, headline: story.headline, code, ...(field && { field }) });
    } else if (carried.value === 'same') {
      outcome.same += 1;
    } else {
      outcome.done += 1;
      const after = storyById(db, story.id);
      changed.push({
        storyId: story.id,
        version: after?.version ?? story.version,
        assigneeId: after?.assigneeId ?? null,
        before,
      });
      await tx(db, (t) => {
        t.update(bulkChanges).set({ changed }).where(eq(bulkChanges.id, bulkId)).run();
      });
    }
  }
  await tx(db, (t) => {
    if (changed.length === 0) t.delete(bulkChanges).where(eq(bulkChanges.id, bulkId)).run();
    const after = { kind: action.kind, stories: changed.map(({ storyId }) => storyId) };
    appendAudit(t, { actor, verb: 'change-many-stories', subject: `bulk:${bulkId}`, after, at: now });
  });
  return done(changed.length === 0 ? { ...outcome, bulkId: null } : outcome);
}

type StoryChange = Result<'done' | 'same', BulkRefusal>;

async function carryOut(
  db: AppDb,
  actor: StaffMember,
  { story, one, action }: { story: StoryRow; one: Chosen; action: BulkAction },
  now: Date,
): Promise<StoryChange> {
  const which = { storyId: story.id, basedOn: one.basedOn };
  const edited = (change: Partial<StoryFields>) => editFields(db, actor, { story, change }, now);
  switch (action.kind) {
    case 'section':
      return edited({ section: action.section });
    case 'add-topic': {
      const { topics } = fieldsOf(db, story);
      return edited({ topics: [...topics, action.topic] });
    }
    case 'remove-topic': {
      const { topics } = fieldsOf(db, story);
      return edited({ topics: topics.filter((name) => name !== action.topic) });
    }
    case 'close-comments':
      return edited({ comments: 'closed', commentsUntil: null });
    case 'open-comments':
      return edited({ comments: 'open', commentsUntil: null });
    case 'assign': {
      if (story.assigneeId === action.assigneeId) return done('same');
      const { assigneeId } = action;
      const { id: storyId, dueAt } = story;
      return isDone(await assignStory(db, actor, { storyId, assigneeId, dueAt, seen: one.assigneeId }, now));
    }
    case 'publish':
      if (story.state === 'published') return done('same');
      return isDone(await publishStory(db, actor, which, now));
    case 'schedule':
      return isDone(await scheduleStory(db, actor, { ...which, at: action.at }, now));
    case 'unpublish':
      return isDone(await unpublishStory(db, actor, which, now));
    case 'bin':
      if (story.binnedAt) return done('same');
      return isDone(await binStory(db, actor, which, now));
    case 'restore':
      if (!story.binnedAt) return done('same');
      return isDone(await restoreStory(db, actor, which, now));
  }
}

/** All stored fields of the story with a few changed, as its form would submit them. */
export async function editFields(
  db: AppDb,
  actor: StaffMember,
  {
    story,
    change,
    correctedAt,
  }: { story: StoryRow; change: Partial<StoryFields>; correctedAt?: Date | null },
  now: Date,
): Promise<StoryChange> {
  const saved = await editStory(
    db,
    actor,
    {
      ...fieldsOf(db, story),
      ...change,
      storyId: story.id,
      basedOn: story.version,
      ...(correctedAt !== undefined && { correctedAt }),
    },
    now,
  );
  if (!saved.ok) return saved;
  return done(saved.value.version === story.version ? 'same' : 'done');
}

export function isDone(outcome: Result<unknown, BulkRefusal>): StoryChange {
  return outcome.ok ? done('done') : outcome;
}

/** Headlines for the report of each outcome. */
export function headlineOf(db: ReadDb, storyId: number): string {
  return (
    db.select({ headline: stories.headline }).from(stories).where(eq(stories.id, storyId)).get()?.headline ??
    ''
  );
}
