import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { auditEntries, type stories, storyDrafts, storyVersions } from '@/db/schema';
import { tx } from '@/db/tx';
import type { StoryFields } from '../fields/catalogue';
import { fieldsFromJson } from '../fields/stored-fields';

const aDayMs = 86_400_000;
/** A session lasts 12 hours, so no open form is older; the base of a draft is kept as long as the draft. */
export const snapshotDays = 3;

/** Stores a version as the next one replaces it. Called by `writeStory`, so that no command forgets it. */
export function saveSnapshot(
  t: Tx,
  story: typeof stories.$inferSelect,
  fields: StoryFields,
  now: Date,
): void {
  t.insert(storyVersions)
    .values({
      storyId: story.id,
      version: story.version,
      fields,
      staffId: lastWriterOf(t, story.id),
      at: story.updatedAt,
      supersededAt: now,
    })
    .onConflictDoNothing()
    .run();
}

/** The story's fields at an older version; null when it is no longer stored. */
export function snapshotFields(t: Tx, storyId: number, version: number): StoryFields | null {
  const kept = t
    .select()
    .from(storyVersions)
    .where(and(eq(storyVersions.storyId, storyId), eq(storyVersions.version, version)))
    .get();
  return kept ? fieldsFromJson(kept.fields) : null;
}

/** Actions that write a story's text. */
const WRITING = ['create-story', 'edit-story', 'import-story'];

/** The member who wrote the current text; null for an import or the operator. */
export function lastWriterOf(t: Tx, storyId: number): number | null {
  return staffOf(t, storyId, inArray(auditEntries.verb, WRITING));
}

/** The member who did the last action on the story; null for the scheduler or the operator. */
export function lastStaffOf(t: Tx, storyId: number): number | null {
  return staffOf(t, storyId);
}

function staffOf(t: Tx, storyId: number, which?: SQL): number | null {
  const entry = t
    .select({ kind: auditEntries.actorKind, id: auditEntries.actorId })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, 'story'), eq(auditEntries.subject, String(storyId)), which))
    .orderBy(desc(auditEntries.id))
    .limit(1)
    .get();
  return entry?.kind === 'staff' ? entry.id : null;
}

/** Deletes the snapshots that no form or draft is based on. Returns how many. */
export async function deleteOldSnapshots(db: Db, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - snapshotDays * aDayMs);
  return tx(
    db,
    (t) =>
      t
        .delete(storyVersions)
        .where(
          and(
            lt(storyVersions.supersededAt, before),
            sql`not exists (select 1 from ${storyDrafts} where ${storyDrafts.storyId} = ${storyVersions.storyId}
              and ${storyDrafts.basedOn} = ${storyVersions.version})`,
          ),
        )
        .run().changes,
  );
}
