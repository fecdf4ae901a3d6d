import { eq, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { type StoryState, sections, stories } from '@/db/schema';
import { sectionChosen } from '../../taxonomy/section-chosen';
import { all, countOf, MOST_COUNTED, notBinned } from './list-filter';
import { MOST_READ } from './narrow-list';

/** How many stand in each state, are a member's own or theirs to do; one more than `MOST_COUNTED` at the most. */
export async function listCounts(db: ReadDb, memberId: number) {
  const counted = (from: SQL) => countOf(db, sql`${from} and ${notBinned}`, MOST_COUNTED);
  const inState = (state: StoryState) =>
    counted(sql`select 1 from stories s indexed by stories_on_desk where s.state = ${state}`);
  return {
    all: counted(
      sql`select 1 from stories s indexed by stories_lately_changed where s.updated_at is not null`,
    ),
    mine: counted(sql`select 1 from stories s indexed by stories_of_member where s.created_by = ${memberId}`),
    draft: inState('draft'),
    filed: inState('filed'),
    scheduled: inState('scheduled'),
    published: inState('published'),
    retracted: inState('retracted'),
  };
}

/** What the list prints of each, in no order. */
export async function listedStories(db: ReadDb, ids: readonly number[]) {
  return db
    .select({
      id: stories.id,
      version: stories.version,
      state: stories.state,
      kicker: stories.kicker,
      headline: stories.headline,
      section: sectionChosen,
      sectionSlug: sections.slug,
      updatedAt: stories.updatedAt,
      publishedAt: stories.publishedAt,
      scheduledAt: stories.scheduledAt,
      dueAt: stories.dueAt,
      assigneeId: stories.assigneeId,
      createdBy: stories.createdBy,
      hasPicture: sql<number>`${stories.pictureId} is not null`.mapWith(Boolean),
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(sql`${stories.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all();
}

/** Ids among the lately changed whose headline holds these letters: for what no search cuts into words, as `১০০%`. */
export async function headlinesHolding(db: ReadDb, words: string): Promise<number[]> {
  const holds = words.split(/\s+/).filter(Boolean);
  if (holds.length === 0) return [];
  const late = sql`select id from stories indexed by stories_lately_changed order by updated_at desc limit ${MOST_READ}`;
  return db
    .all<{ id: number }>(sql`
      select s.id from (${late}) p cross join stories s on s.id = p.id
      where ${all(holds.map((word) => sql`instr(s.headline, ${word}) > 0`))}`)
    .map(({ id }) => id);
}

/** A byline or a topic by its name or slug; a merged topic is no longer one. */
export async function namedOnDesk(
  db: ReadDb,
  kind: 'byline' | 'topic',
  name: string,
): Promise<number | null> {
  const from = kind === 'topic' ? sql`topics where merged_into is null and` : sql`bylines where`;
  return (
    db.get<{ id: number }>(sql`select id from ${from} (name = ${name} or slug = ${name}) order by id limit 1`)
      ?.id ?? null
  );
}

/** A district or division with all that lies in it. */
export async function districtsWithin(db: ReadDb, code: string): Promise<string[]> {
  return db
    .all<{ code: string }>(sql`
      with recursive within(code) as (
        select code from districts where code = ${code}
        union select d.code from districts d join within w on d.parent_code = w.code)
      select code from within`)
    .map((row) => row.code);
}

/** Names for a field that offers them: the bylines or topics of the newest stories, most used first. */
export async function recentNames(db: ReadDb, kind: 'byline' | 'topic', limit: number): Promise<string[]> {
  const [table, ties, column] =
    kind === 'byline'
      ? [sql`bylines`, sql`story_bylines`, sql`byline_id`]
      : [sql`topics`, sql`story_topics`, sql`topic_id`];
  const newest = sql`select id from stories indexed by stories_lately_changed order by updated_at desc limit ${MOST_COUNTED}`;
  return db
    .all<{ name: string }>(sql`
      select n.name from (${newest}) s cross join ${ties} t on t.story_id = s.id cross join ${table} n on n.id = t.${column}
      group by n.id order by count(*) desc, n.name limit ${limit}`)
    .map(({ name }) => name);
}
