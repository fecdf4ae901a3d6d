import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client';
import { bylines, pictures, storyBylines } from '../schema';
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
