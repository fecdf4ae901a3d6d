import { and, asc, eq, lte } from 'drizzle-orm';
import type { AppDb, Db, ReadDb, Tx } from '@/db/client';
import { nextVersions } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { AuditVerb } from '@/lib/audit/audit-verbs';
import { type Actor, theClock } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { documentText } from '../body/document-text';
import { documentIn } from '../body/stored-body';
import type { StoryFields } from '../fields/catalogue';
import { type FieldFault, faultsIn, tidyFields } from '../fields/check-fields';
import type { StoryRow } from '../fields/field';
import { fieldsFromJson } from '../fields/stored-fields';
import { storyById } from '../story-row';
import { mergeWithSaved } from '../versions/merge/merge-with-saved';
import { editStory } from './edit-story';

export type NextVersionRow = typeof nextVersions.$inferSelect & { fields: StoryFields };

export type NextVersionRefusal = 'forbidden' | 'not-found' | 'wrong-state' | 'stale' | FieldFault['code'];
export type ApplyNextRefusal = NextVersionRefusal | 'conflict';

/**
 * Editors, and the reporter whose story it is: they may not change the live text, but they may write its next
 * version.
 */
export function mayPrepareNext(actor: Actor, story: Pick<StoryRow, 'createdBy'>): boolean {
  if (may(actor, 'edit-any-story')) return true;
  return may(actor, 'write-story') && actor.id !== null && story.createdBy === actor.id;
}

/**
 * The next text of a live story, stored apart from it. `basedOn`: the live version that was displayed; `nextBasedOn`:
 * the displayed version of the next text, 0 if there was none.
 */
export async function saveNextVersion(
  db: Db,
  actor: Actor,
  {
    storyId,
    basedOn,
    nextBasedOn,
    ...entered
  }: StoryFields & { storyId: number; basedOn: number; nextBasedOn: number },
  now = new Date(),
): Promise<Result<{ version: number; liveVersion: number }, NextVersionRefusal>> {
  const fields = tidyFields(entered);
  const [fault] = faultsIn(fields);
  if (fault) return refused(fault.code, fault.field);
  if (fields.section === '') return refused('missing', 'section');

  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!mayPrepareNext(actor, story)) return refused('forbidden');
    if (story.state !== 'published') return refused('wrong-state');

    const former = nextOf(t, storyId);
    if ((former?.version ?? 0) !== nextBasedOn) return refused('stale');
    const staffId = actor.kind === 'staff' ? actor.id : null;
    const version = nextBasedOn + 1;
    const written = {
      basedOn,
      fields,
      staffId,
      version,
      state: 'draft',
      scheduledAt: null,
      updatedAt: now,
    } as const;
    t.insert(nextVersions)
      .values({ storyId, ...written })
      .onConflictDoUpdate({ target: nextVersions.storyId, set: written })
      .run();
    appendAudit(t, { actor, verb: 'save-next-version', subject: `story:${storyId}`, at: now });
    return done({ version, liveVersion: story.version });
  });
}

/** The reporter has finished it; an editor reviews it. */
export async function fileNextVersion(
  db: Db,
  actor: Actor,
  which: { storyId: number; nextBasedOn: number },
  now = new Date(),
): Promise<Result<void, NextVersionRefusal>> {
  return turn(db, actor, which, { state: 'filed', scheduledAt: null }, 'file-next-version', now);
}

/** The scheduler publishes it at `at`. */
export async function scheduleNextVersion(
  db: Db,
  actor: Actor,
  { at, ...which }: { storyId: number; nextBasedOn: number; at: Date | null },
  now = new Date(),
): Promise<Result<void, NextVersionRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  if (!at || !(at.getTime() > now.getTime())) return refused('unknown', 'scheduledAt' as FieldFault['field']);
  return turn(db, actor, which, { state: 'scheduled', scheduledAt: at }, 'schedule-next-version', now);
}

/** Discards it; the live story stays as it was. */
export async function dropNextVersion(
  db: Db,
  actor: Actor,
  { storyId, nextBasedOn }: { storyId: number; nextBasedOn: number },
  now = new Date(),
): Promise<Result<void, NextVersionRefusal>> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    const next = nextOf(t, storyId);
    if (!story || !next) return refused('not-found');
    if (!mayPrepareNext(actor, story)) return refused('forbidden');
    if (next.version !== nextBasedOn) return refused('stale');
    remove(t, storyId);
    // The text stays in the audit, so that it can still be read if it was discarded too early.
    appendAudit(t, {
      actor,
      verb: 'drop-next-version',
      subject: `story:${storyId}`,
      before: { headline: next.fields.headline, body: documentText(documentIn(next.fields.body)) },
      at: now,
    });
    return done();
  });
}

/**
 * Publishes the next version through the same command, with the same checks, as any edit. If the live text has
 * changed meanwhile, the two are merged; if they conflict, it is refused as `conflict` and nothing is lost.
 */
export async function applyNextVersion(
  db: Db,
  actor: Actor,
  { storyId, nextBasedOn }: { storyId: number; nextBasedOn: number },
  now = new Date(),
): Promise<Result<{ version: number }, ApplyNextRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  const next = await tx(db, (t) => nextOf(t, storyId) ?? null);
  if (!next) return refused('not-found');
  if (next.version !== nextBasedOn) return refused('stale');

  const merged = await mergeWithSaved(db, actor, { storyId, basedOn: next.basedOn, fields: next.fields });
  if (!merged.ok) return merged;
  if (merged.value.unsettled.length > 0) return refused('conflict');
  const { fields, version } = merged.value;
  const saved = await editStory(db, actor, { ...fields, storyId, basedOn: version }, now);
  if (!saved.ok) return saved;
  await tx(db, (t) => {
    if (nextOf(t, storyId)?.version === nextBasedOn) remove(t, storyId);
    appendAudit(t, { actor, verb: 'apply-next-version', subject: `story:${storyId}`, at: now });
    return done();
  });
  return saved;
}

/**
 * Publishes the due next versions. One that conflicts with the live text, or is no longer fit to publish, returns to
 * the editors as filed, so that it is neither lost nor retried each second.
 */
export async function applyDueNextVersions(db: AppDb, now = new Date()): Promise<number[]> {
  const due = db
    .select()
    .from(nextVersions)
    .where(and(eq(nextVersions.state, 'scheduled'), lte(nextVersions.scheduledAt, now)))
    .orderBy(asc(nextVersions.scheduledAt))
    .all();
  const applied: number[] = [];
  for (const { storyId, version } of due) {
    const outcome = await applyNextVersion(db, theClock, { storyId, nextBasedOn: version }, now);
    if (outcome.ok) applied.push(storyId);
    else if (outcome.code !== 'not-found' && outcome.code !== 'stale') {
      const filed = { state: 'filed', scheduledAt: null } as const;
      await turn(db, theClock, { storyId, nextBasedOn: version }, filed, 'return-next-version', now);
    }
  }
  return applied;
}

/** The next version of a story, if there is one. */
export function nextOf(t: ReadDb, storyId: number): NextVersionRow | undefined {
  const row = t.select().from(nextVersions).where(eq(nextVersions.storyId, storyId)).get();
  return row && { ...row, fields: fieldsFromJson(row.fields) };
}

function turn(
  db: Db,
  actor: Actor,
  { storyId, nextBasedOn }: { storyId: number; nextBasedOn: number },
  change: { state: 'filed' | 'scheduled'; scheduledAt: Date | null },
  verb: AuditVerb,
  now: Date,
): Promise<Result<void, NextVersionRefusal>> {
  return tx(db, (t): Result<void, NextVersionRefusal> => {
    const story = storyById(t, storyId);
    const next = nextOf(t, storyId);
    if (!story || !next) return refused('not-found');
    if (!mayPrepareNext(actor, story)) return refused('forbidden');
    if (next.version !== nextBasedOn) return refused('stale');
    t.update(nextVersions)
      .set({ ...change, updatedAt: now, version: nextBasedOn + 1 })
      .where(eq(nextVersions.storyId, storyId))
      .run();
    appendAudit(t, { actor, verb, subject: `story:${storyId}`, after: change, at: now });
    return done();
  });
}

function remove(t: Tx, storyId: number): void {
  t.delete(nextVersions).where(eq(nextVersions.storyId, storyId)).run();
}
