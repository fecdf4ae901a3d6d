import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { breakingLines, frontEditions, fronts, sections, staff, stories } from '../schema';
import { untilChanged } from '../until-changed';
import { type CardRow, cards, inSection, published } from './listings';

/** A front with the arrangement that readers see; `live` null: nobody has published one. */
export async function frontBySlug(db: Db, slug: string) {
  return db
    .select({
      slug: fronts.slug,
      draft: fronts.draft,
      number: fronts.live,
      version: fronts.version,
      updatedAt: fronts.updatedAt,
      updatedBy: staff.name,
      live: frontEditions.arrangement,
    })
    .from(fronts)
    .leftJoin(frontEditions, and(eq(frontEditions.front, fronts.slug), eq(frontEditions.number, fronts.live)))
    .leftJoin(staff, eq(staff.id, fronts.updatedBy))
    .where(eq(fronts.slug, slug))
    .get();
}

/** Each front that was ever touched, as the desk lists them. */
export async function frontsOnDesk(db: Db) {
  return db
    .select({
      slug: fronts.slug,
      number: fronts.live,
      hasDraft: sql<number>`${fronts.draft} is not null`.mapWith(Boolean),
      updatedAt: fronts.updatedAt,
      updatedBy: staff.name,
    })
    .from(fronts)
    .leftJoin(staff, eq(staff.id, fronts.updatedBy))
    .all();
}

/** The arrangements that readers see now. */
export async function liveArrangements(db: Db) {
  return db
    .select({ slug: fronts.slug, arrangement: frontEditions.arrangement })
    .from(fronts)
    .innerJoin(
      frontEditions,
      and(eq(frontEditions.front, fronts.slug), eq(frontEditions.number, fronts.live)),
    )
    .all();
}

/** The editions of a front, the newest first. */
export async function editionsOf(db: Db, slug: string, limit: number) {
  return db
    .select({ number: frontEditions.number, at: frontEditions.at, by: staff.name })
    .from(frontEditions)
    .leftJoin(staff, eq(staff.id, frontEditions.staffId))
    .where(eq(frontEditions.front, slug))
    .orderBy(desc(frontEditions.number))
    .limit(limit)
    .all();
}

/** The ids of the newest published stories of each of these sections, in one query: `section slug → ids`. */
export async function newestOfEach(db: Db, slugs: readonly string[], limit: number) {
  const rows = db.all<{ slug: string; ids: string }>(sql`
    select ${sections.slug} as slug,
      (select json_group_array(id) from (
        select ${stories.id} as id from ${stories}
        where ${stories.sectionId} = ${sections.id} and ${published}
        order by ${stories.publishedAt} desc, ${stories.id} desc
        limit ${limit})) as ids
    from ${sections} where ${sections.slug} in (select value from json_each(${JSON.stringify(slugs)}))`);
  return new Map(rows.map(({ slug, ids }) => [slug, JSON.parse(ids) as number[]]));
}

/** Published stories by their numbers, in no order. */
export async function cardsByIds(db: Db, ids: readonly number[]): Promise<CardRow[]> {
  return cards(db)
    .where(
      and(
        published,
        inSection,
        sql`${stories.id} in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`,
      ),
    )
    .all();
}

/** Stories that pins name, whatever became of them: for the desk. */
export async function pinnedOnDesk(db: Db, ids: readonly number[]) {
  return db
    .select({ id: stories.id, headline: stories.headline, state: stories.state, section: sections.name })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(inArray(stories.id, [...ids]))
    .all();
}

/**
 * Published stories on the topics of one: of its first `topics` topics, in their order, the newest `each`. The story
 * itself may be among them, and one twice.
 */
export async function idsAlike(db: Db, storyId: number, topics: number, each: number): Promise<number[]> {
  const rows = db.all<{ id: number }>(sql`select alike.value as id from
    (select topic_id, position from story_topics where story_id = ${storyId} order by position limit ${topics}) topic,
    json_each((select json_group_array(story_id) from (select story_id from story_topics other
      where other.topic_id = topic.topic_id and other.published_at is not null
      order by other.published_at desc, other.story_id desc limit ${each}))) alike
    order by topic.position, alike.key`);
  return rows.map(({ id }) => id);
}

/** The lines of the strip that run at this moment, in their order; `section` null: its story cannot be opened. */
export async function runningLines(db: Db, now: Date) {
  return (await linesNotEnded(db)).filter(({ until }) => until > now);
}

const linesNotEnded = untilChanged(async (db: Db) =>
  db
    .select({
      id: breakingLines.id,
      words: breakingLines.words,
      storyId: breakingLines.storyId,
      until: breakingLines.until,
      position: breakingLines.position,
      section: sql<string | null>`case when ${stories.state} = 'published' then ${sections.slug} end`,
    })
    .from(breakingLines)
    .leftJoin(stories, eq(stories.id, breakingLines.storyId))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .where(isNull(breakingLines.endedAt))
    .orderBy(asc(breakingLines.position), asc(breakingLines.id))
    .all(),
);
