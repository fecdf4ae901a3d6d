import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { bylines, pictures, sections, staff, stories } from '@/db/schema';
import { pictureLook } from '../media/pictures';

const bylineColumns = {
  id: bylines.id,
  slug: bylines.slug,
  name: bylines.name,
  kind: bylines.kind,
  role: bylines.role,
  bio: bylines.bio,
  portrait: pictures.variants,
  portraitLook: pictureLook,
};

export const bylineBySlug = cachedUntilCommit(async (db: ReadDb, slug: string) =>
  db
    .select(bylineColumns)
    .from(bylines)
    .leftJoin(pictures, eq(pictures.id, bylines.portraitId))
    .where(eq(bylines.slug, slug))
    .get(),
);

/**
 * A column of a query on stories: their bylines in order, as `bylinesIn` reads them from JSON. One seek for each story
 * and no query of its own.
 */
export const bylinesOfStory =
  sql`(select json_group_array(json_array(tie.position, byline.id, byline.slug, byline.name,
    byline.kind, byline.role, byline.bio, json(portrait.variants), portrait.focal_x, portrait.focal_y, portrait.colour))
  from story_bylines tie cross join bylines byline left join pictures portrait on portrait.id = byline.portrait_id
  where tie.story_id = ${stories.id} and byline.id = tie.byline_id)`.mapWith(bylinesIn);

type BylineRow = Awaited<ReturnType<typeof bylineBySlug>> & {};

type BylineJson = [
  position: number,
  id: number,
  slug: string,
  name: string,
  kind: BylineRow['kind'],
  role: string,
  bio: string,
  portrait: BylineRow['portrait'],
  focalX: number,
  focalY: number,
  colour: string,
];

export function bylinesIn(json: string): BylineRow[] {
  const rows = JSON.parse(json) as BylineJson[];
  return rows
    .sort(([a], [b]) => a - b)
    .map(([, id, slug, name, kind, role, bio, portrait, focalX, focalY, colour]) => ({
      id,
      slug,
      name,
      kind,
      role,
      bio,
      portrait,
      portraitLook: portrait && { focalX, focalY, colour },
    }));
}

/** Bylines with a story that readers see, and the newest of it: one seek for each. */
export async function bylinesWithNewest(db: ReadDb, atMost: number) {
  return db
    .select({
      ...bylineColumns,
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
export async function staffBylines(db: ReadDb) {
  return db
    .select({ ...bylineColumns, rank: staff.role })
    .from(bylines)
    .innerJoin(staff, eq(staff.id, bylines.staffId))
    .leftJoin(pictures, eq(pictures.id, bylines.portraitId))
    .where(and(eq(bylines.kind, 'person'), isNull(staff.disabledAt)))
    .all();
}
