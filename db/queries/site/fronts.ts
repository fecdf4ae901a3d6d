import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { breakingLines, frontEditions, fronts, sections, staff, stories } from '@/db/schema';

const oneFront = preparedQuery((db) =>
  db
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
    .where(eq(fronts.slug, sql.placeholder('slug')))
    .prepare(),
);

/** A front with the arrangement that readers see; `live` null: nobody has published one. */
export async function frontBySlug(db: ReadDb, slug: string) {
  return oneFront(db).get({ slug });
}

/** Each front that was ever touched, as the desk lists them. */
export async function frontsOnDesk(db: ReadDb) {
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
export async function liveArrangements(db: ReadDb) {
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
export async function editionsOf(db: ReadDb, slug: string, limit: number) {
  return db
    .select({ number: frontEditions.number, at: frontEditions.at, by: staff.name })
    .from(frontEditions)
    .leftJoin(staff, eq(staff.id, frontEditions.staffId))
    .where(eq(frontEditions.front, slug))
    .orderBy(desc(frontEditions.number))
    .limit(limit)
    .all();
}

/** Stories that pins name, whatever became of them: for the desk. */
export async function pinnedOnDesk(db: ReadDb, ids: readonly number[]) {
  return db
    .select({ id: stories.id, headline: stories.headline, state: stories.state, section: sections.name })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(inArray(stories.id, [...ids]))
    .all();
}

/** The lines of the strip that run at this moment, in their order; `section` null: its story cannot be opened. */
export async function runningLines(db: ReadDb, now: Date) {
  return (await linesNotEnded(db)).filter(({ until }) => until > now);
}

const notEnded = preparedQuery((db) =>
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
    .prepare(),
);

const linesNotEnded = cachedUntilCommit(async (db: ReadDb) => notEnded(db).all());
