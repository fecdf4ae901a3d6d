import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { corrections, type StoryState, sections, staff, stories, storyRemarks } from '@/db/schema';
import { sectionChosen } from '../taxonomy/section-chosen';

/** What the desk has said to itself about a story, newest first. */
export async function remarksOf(db: ReadDb, storyId: number) {
  return db
    .select({
      id: storyRemarks.id,
      kind: storyRemarks.kind,
      words: storyRemarks.words,
      at: storyRemarks.at,
      name: staff.name,
    })
    .from(storyRemarks)
    .leftJoin(staff, eq(staff.id, storyRemarks.staffId))
    .where(eq(storyRemarks.storyId, storyId))
    .orderBy(desc(storyRemarks.id))
    .limit(50)
    .all();
}

/** What readers were told was wrong in it, newest first. */
export async function correctionsOf(db: ReadDb, storyId: number) {
  return db
    .select({ id: corrections.id, words: corrections.words, at: corrections.at })
    .from(corrections)
    .where(eq(corrections.storyId, storyId))
    .orderBy(desc(corrections.id))
    .all();
}

/** The stories that wait for one member, the most pressing first; those without a time come last. */
export async function storiesAssignedTo(db: ReadDb, staffId: number, limit: number) {
  return db
    .all<{ id: number; headline: string; state: StoryState; at: number | null }>(sql`
      select id, headline, state, due_at as at from stories indexed by stories_unfinished_of_assignee
      where assignee_id = ${staffId} and state in ('draft', 'filed', 'scheduled') and binned_at is null
      order by due_at is null, due_at, id limit ${limit}`)
    .map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at) }));
}

/** What lies in the bin, last thrown away first; of one member, or of all. */
export async function binnedStories(db: ReadDb, { createdBy, limit }: { createdBy?: number; limit: number }) {
  return db
    .select({
      id: stories.id,
      version: stories.version,
      headline: stories.headline,
      section: sectionChosen,
      assigneeId: stories.assigneeId,
      createdBy: stories.createdBy,
      state: stories.state,
      binnedAt: stories.binnedAt,
      name: staff.name,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(staff, eq(staff.id, stories.binnedBy))
    .where(
      and(
        isNotNull(stories.binnedAt),
        createdBy === undefined ? undefined : eq(stories.createdBy, createdBy),
      ),
    )
    .orderBy(desc(stories.binnedAt), desc(stories.id))
    .limit(limit)
    .all();
}

/** The columns of a story that are about the work on it, and none of its text. */
export async function storyForWork(db: ReadDb, storyId: number) {
  return db
    .select({
      id: stories.id,
      state: stories.state,
      version: stories.version,
      createdBy: stories.createdBy,
      assigneeId: stories.assigneeId,
      dueAt: stories.dueAt,
      publishedAt: stories.publishedAt,
      firstPublishedAt: stories.firstPublishedAt,
      unpublishAt: stories.unpublishAt,
      binnedAt: stories.binnedAt,
    })
    .from(stories)
    .where(eq(stories.id, storyId))
    .get();
}
