import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { auditEntries, type stories, storyDrafts, storyVersions } from '@/db/schema';
import { tx } from '@/db/tx';
import type { StoryFields } from '../fields/catalogue';
import { fieldsFromJson } from '../fields/stored-fields';

const aDayMs = 86_400_000;
/** A session lasts 12 hours, so no form that is open is older; what a draft is based on is kept as long as the draft. */
export const snapshotDays = 3;

/** Keeps what a version said, as the next one takes its place. Called by `writeStory`, so that no command forgets it. */
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

/** What the story said at a version that is no longer the last; null when that is not kept any more. */
export function snapshotFields(t: Tx, storyId: number, version: number): StoryFields | null {
  const kept = t
    .select()
    .from(storyVersions)
    .where(and(eq(storyVersions.storyId, storyId), eq(storyVersions.version, version)))
    .get();
  return kept ? fieldsFromJson(kept.fields) : null;
}

/** Deeds that write a story's text. */
const WRITING = ['create-story', 'edit-story', 'import-story'];

/** The member who wrote the text as it stands; null when it was an import or the operator. */
export function lastWriterOf(t: Tx, storyId: number): number | null {
  return staffOf(t, storyId, inArray(auditEntries.verb, WRITING));
}

/** The member who did the last action on the story, of whatever kind; null when it was the clock or the operator. */
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

/** Forgets versions that nobody writes on any more. How many went. */
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
