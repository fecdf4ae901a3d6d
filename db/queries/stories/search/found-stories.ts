import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { districts, pictures, sections, stories } from '@/db/schema';
import { card, published } from '../listings';

/** Stories by id, in no order: what a listing prints of them, and the text to find the words in. */
export async function storiesFound(db: ReadDb, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      ...card,
      bodyText: stories.bodyText,
      state: stories.state,
      updatedAt: stories.updatedAt,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(districts, eq(districts.code, stories.districtCode))
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .where(inArray(stories.id, [...ids]))
    .all();
}

/** Readers' stories by id, in no order, with no more than their names: an answer to a program has hundreds. */
export async function storiesNamed(db: ReadDb, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: stories.id,
      section: sections.slug,
      headline: stories.headline,
      publishedAt: stories.publishedAt,
      updatedAt: stories.updatedAt,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(inArray(stories.id, [...ids]), published))
    .all();
}

/** Ids above one, in order: to go through all stories a batch at a time. */
export async function storyIdsAfter(db: ReadDb, id: number, atMost: number): Promise<number[]> {
  return db
    .select({ id: stories.id })
    .from(stories)
    .where(sql`${stories.id} > ${id}`)
    .orderBy(stories.id)
    .limit(atMost)
    .all()
    .map((row) => row.id);
}

/** A number that grows with each change that readers see. Rows of `page_events` are swept, their count is not. */
export async function latestPageEvent(db: ReadDb): Promise<number> {
  const row = db.get<{ seq: number }>(sql`select seq from sqlite_sequence where name = 'page_events'`);
  return row?.seq ?? 0;
}
