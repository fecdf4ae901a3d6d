import { asc } from 'drizzle-orm';
import { builtOnce } from '../built-once';
import type { Db } from '../client';
import { sections } from '../schema';
import { untilChanged } from '../until-changed';

const inOrder = builtOnce((db) =>
  db.select().from(sections).orderBy(asc(sections.position), asc(sections.id)).prepare(),
);

/** A dozen rows, in the order of the masthead. */
export const allSections = untilChanged(async (db: Db) => inOrder(db).all());

/** One of `allSections`: nothing more is asked for it. */
export async function sectionBySlug(db: Db, slug: string) {
  return (await allSections(db)).find((section) => section.slug === slug);
}
