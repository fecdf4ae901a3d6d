import { and, count, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { comments, sections, staff, stories } from '../schema';
import { inSection, published } from './listings';
import { mostViewed } from './views';

// Written out as the partial indexes say it, or the planner does not take them.
const isFiled = sql`state = 'filed' and binned_at is null`;

/** How many stories editors have still to read. */
export async function filedStoriesCount(db: Db): Promise<number> {
  return counted(db.select({ n: count() }).from(stories).where(isFiled).get());
}

export async function heldCommentsCount(db: Db): Promise<number> {
  return counted(db.select({ n: count() }).from(comments).where(eq(comments.state, 'held')).get());
}

/** Longest waiting first. */
export async function filedStories(db: Db, limit: number) {
  return db
    .select({ id: stories.id, headline: stories.headline, at: stories.updatedAt })
    .from(stories)
    .where(isFiled)
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
    .crossJoin(sections)
    .where(and(published, inSection, gte(stories.publishedAt, since)))
    .orderBy(desc(stories.publishedAt), desc(stories.id))
    .limit(limit)
    .all();
}

/** What is read most from that hour on (hours since 1970), and by how many. */
export async function mostReadNow(db: Db, hour: number, limit: number) {
  const read = mostViewed(db, hour, limit);
  return db
    .select({ id: stories.id, headline: stories.headline, section: sections.slug, views: read.views })
    .from(read)
    .crossJoin(stories)
    .crossJoin(sections)
    .where(and(published, inSection, eq(stories.id, read.id)))
    .orderBy(desc(read.views), desc(stories.id))
    .limit(limit)
    .all();
}

/** A member's own that are not with the readers yet, last touched first. */
export async function unfinishedOf(db: Db, staffId: number, limit: number) {
  return db
    .select({ id: stories.id, headline: stories.headline, at: stories.updatedAt })
    .from(stories)
    .where(and(sql`state in ('draft', 'filed')`, eq(stories.createdBy, staffId), isNull(stories.binnedAt)))
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
      and(sql`due_at is not null and state in ('draft', 'filed', 'scheduled')`, isNull(stories.binnedAt)),
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
