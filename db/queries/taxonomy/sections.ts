import { asc } from 'drizzle-orm';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { sections } from '@/db/schema';

const inOrder = preparedQuery((db) =>
  db.select().from(sections).orderBy(asc(sections.position), asc(sections.id)).prepare(),
);

/** A dozen rows, in the order of the masthead. */
export const allSections = cachedUntilCommit(async (db: ReadDb) => inOrder(db).all());

/** One of `allSections`: nothing more is asked for it. */
export async function sectionBySlug(db: ReadDb, slug: string) {
  return (await allSections(db)).find((section) => section.slug === slug);
}
