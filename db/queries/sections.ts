import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { sections } from '../schema';
import { untilChanged } from '../until-changed';

/** A dozen rows, in the order of the masthead. */
export const allSections = untilChanged(async (db: Db) =>
  db.select().from(sections).orderBy(asc(sections.position), asc(sections.id)).all(),
);

export async function sectionBySlug(db: Db, slug: string) {
  return db.select().from(sections).where(eq(sections.slug, slug)).get();
}
