import { and, count, desc, eq, gte, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { comments, sections, stories } from '@/db/schema';
import { inSection, published } from '../stories/listings';
import { mostViewed } from '../stories/views';

interface Named {
  id: number;
  headline: string;
}

/** A row's moment, which a query of our own gives in ms. */
function withMoment<Row extends { at: number }>(row: Row) {
  return { ...row, at: new Date(row.at) };
}

// By their own small indexes, which the planner alone would leave for the large ones of all states.
const filed = sql`from stories indexed by stories_filed where state = 'filed' and binned_at is null`;

/** How many stories editors have still to read. */
export async function filedStoriesCount(db: ReadDb): Promise<number> {
  return counted(db.get<{ n: number }>(sql`select count(*) as n ${filed}`));
}

export async function heldCommentsCount(db: ReadDb): Promise<number> {
  return counted(db.select({ n: count() }).from(comments).where(eq(comments.state, 'held')).get());
}

/** Longest waiting first. */
export async function filedStories(db: ReadDb, limit: number) {
  return db
    .all<Named & { at: number }>(
      sql`select id, headline, updated_at as at ${filed} order by updated_at, id limit ${limit}`,
    )
    .map(withMoment);
}

/** Next to come first. */
export async function scheduledStories(db: ReadDb, limit: number) {
  return db
    .all<Named & { at: number }>(sql`
      select id, headline, scheduled_at as at from stories indexed by stories_due
      where state = 'scheduled' order by scheduled_at limit ${limit}`)
    .map(withMoment);
}

/** Newest first. */
export async function publishedSince(db: ReadDb, since: Date, limit: number) {
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
export async function mostReadNow(db: ReadDb, hour: number, limit: number) {
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
export async function unfinishedOf(db: ReadDb, staffId: number, limit: number) {
  return db
    .all<Named & { at: number }>(sql`
      select id, headline, updated_at as at from stories indexed by stories_unfinished_of_member
      where state in ('draft', 'filed') and created_by = ${staffId} and binned_at is null
      order by updated_at desc, id desc limit ${limit}`)
    .map(withMoment);
}

/** What is wanted by a time and not with the readers yet, the most pressing first, with who has it in hand. */
export async function dueStories(db: ReadDb, limit: number) {
  return db
    .all<Named & { at: number; name: string | null }>(sql`
      select s.id, s.headline, s.due_at as at, staff.name
      from stories s indexed by stories_wanted left join staff on staff.id = s.assignee_id
      where s.due_at is not null and s.state in ('draft', 'filed', 'scheduled') and s.binned_at is null
      order by s.due_at, s.id limit ${limit}`)
    .map(withMoment);
}

/** The longest waiting first. */
export async function heldComments(db: ReadDb, limit: number) {
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
