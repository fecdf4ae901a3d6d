import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { sections } from '../schema';

/** A dozen rows, in the order of the masthead. */
export async function allSections(db: Db) {
  return db.select().from(sections).orderBy(asc(sections.position), asc(sections.id)).all();
}

export async function sectionBySlug(db: Db, slug: string) {
  return db.select().from(sections).where(eq(sections.slug, slug)).get();
}
