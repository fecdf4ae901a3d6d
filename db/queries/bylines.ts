import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { bylines, pictures, sections, staff, stories, storyBylines } from '../schema';
import { untilChanged } from '../until-changed';
import { pictureLook } from './pictures';

const shown = {
  id: bylines.id,
  slug: bylines.slug,
  name: bylines.name,
  kind: bylines.kind,
  role: bylines.role,
  bio: bylines.bio,
  portrait: pictures.variants,
  portraitLook: pictureLook,
};

export async function bylineBySlug(db: Db, slug: string) {
  return db
    .select(shown)
    .from(bylines)
    .leftJoin(pictures, eq(pictures.id, bylines.portraitId))
    .where(eq(bylines.slug, slug))
    .get();
}

/** The bylines of several stories, each story's in its own order. */
export const bylinesOf = untilChanged(async (db: Db, storyIds: readonly number[]) => {
  return db
    .select({ storyId: storyBylines.storyId, ...shown })
    .from(storyBylines)
    .innerJoin(bylines, eq(bylines.id, storyBylines.bylineId))
    .leftJoin(pictures, eq(pictures.id, bylines.portraitId))
    .where(inArray(storyBylines.storyId, [...storyIds]))
    .orderBy(asc(storyBylines.storyId), asc(storyBylines.position))
    .all();
});

/** Bylines with a story that readers see, and the newest of it: one seek for each. */
export async function bylinesWithNewest(db: Db, atMost: number) {
  return db
    .select({
      ...shown,
      newest: {
        id: stories.id,
        section: sections.slug,
        headline: stories.headline,
        publishedAt: stories.publishedAt,
      },
    })
    .from(bylines)
    .leftJoin(pictures, eq(pictures.id, bylines.portraitId))
    .crossJoin(stories)
    .crossJoin(sections)
    .where(
      and(
        eq(
          stories.id,
          sql`(select story_id from story_bylines where byline_id = ${bylines.id} and published_at is not null
            order by published_at desc, story_id desc limit 1)`,
        ),
        eq(sections.id, stories.sectionId),
      ),
    )
    .orderBy(asc(bylines.id))
    .limit(atMost)
    .all();
}

/** Persons with an account that is in use; of the account its rank alone. */
export async function staffBylines(db: Db) {
  return db
    .select({ ...shown, rank: staff.role })
    .from(bylines)
    .innerJoin(staff, eq(staff.id, bylines.staffId))
    .leftJoin(pictures, eq(pictures.id, bylines.portraitId))
    .where(and(eq(bylines.kind, 'person'), isNull(staff.disabledAt)))
    .all();
}
