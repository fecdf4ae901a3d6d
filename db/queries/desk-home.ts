import { and, count, desc, eq, gt, gte, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../client';
import { comments, sections, staff, stories, viewTotals } from '../schema';

/** How many stories editors have still to read. */
export async function filedStoriesCount(db: Db): Promise<number> {
  return counted(
    db
      .select({ n: count() })
      .from(stories)
      .where(and(eq(stories.state, 'filed'), isNull(stories.binnedAt)))
      .get(),
  );
}

export async function heldCommentsCount(db: Db): Promise<number> {
  return counted(db.select({ n: count() }).from(comments).where(eq(comments.state, 'held')).get());
}

/** Longest waiting first. */
export async function filedStories(db: Db, limit: number) {
  return db
    .select({ id: stories.id, headline: stories.headline, at: stories.updatedAt })
    .from(stories)
    .where(and(eq(stories.state, 'filed'), isNull(stories.binnedAt)))
    .orderBy(stories.updatedAt, stories.id)
    .limit(limit)
    .all();
}

/** Next to come first. */
export async function scheduledStories(db: Db, limit: number) {
  return db
    .select({ id: stories.id, headline: stories.headline, at: stories.scheduledAt })
    .from(stories)
    .where(eq(stories.state, 'scheduled'))
    .orderBy(stories.scheduledAt)
    .limit(limit)
    .all();
}

/** Newest first. */
export async function publishedSince(db: Db, since: Date, limit: number) {
  return db
    .select({
      id: stories.id,
      headline: stories.headline,
      section: sections.slug,
      at: stories.publishedAt,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(eq(stories.state, 'published'), gte(stories.publishedAt, since)))
    .orderBy(desc(stories.publishedAt), desc(stories.id))
    .limit(limit)
    .all();
}

export async function mostReadNow(db: Db, limit: number) {
  return db
    .select({
      id: stories.id,
      headline: stories.headline,
      section: sections.slug,
      total: viewTotals.total,
    })
    .from(viewTotals)
    .innerJoin(stories, eq(stories.id, viewTotals.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(gt(viewTotals.dayScore, 0), eq(stories.state, 'published')))
    .orderBy(desc(viewTotals.dayScore), desc(viewTotals.storyId))
    .limit(limit)
    .all();
}

/** A member's own that are not with the readers yet, last touched first. */
export async function unfinishedOf(db: Db, staffId: number, limit: number) {
  return db
    .select({ id: stories.id, headline: stories.headline, at: stories.updatedAt })
    .from(stories)
    .where(
      and(
        inArray(stories.state, ['draft', 'filed']),
        eq(stories.createdBy, staffId),
        isNull(stories.binnedAt),
      ),
    )
    .orderBy(desc(stories.updatedAt), desc(stories.id))
    .limit(limit)
    .all();
}

/** What is wanted by a time and not with the readers yet, the most pressing first, with who has it in hand. */
export async function dueStories(db: Db, limit: number) {
  return db
    .select({ id: stories.id, headline: stories.headline, at: stories.dueAt, name: staff.name })
    .from(stories)
    .leftJoin(staff, eq(staff.id, stories.assigneeId))
    .where(
      and(
        inArray(stories.state, ['draft', 'filed', 'scheduled']),
        isNotNull(stories.dueAt),
        isNull(stories.binnedAt),
      ),
    )
    .orderBy(stories.dueAt, stories.id)
    .limit(limit)
    .all();
}

/** The longest waiting first. */
export async function heldComments(db: Db, limit: number) {
  return db
    .select({ id: comments.id, name: comments.name, body: comments.body, at: comments.createdAt })
    .from(comments)
    .where(eq(comments.state, 'held'))
    .orderBy(comments.createdAt, comments.id)
    .limit(limit)
    .all();
}

function counted(row: { n: number } | undefined): number {
  return row?.n ?? 0;
}
