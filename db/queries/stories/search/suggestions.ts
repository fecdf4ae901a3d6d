import { and, desc, eq, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { sections, stories } from '@/db/schema';
import { hasHeadlineWords } from '@/db/search-index';
import { published } from '../listings';

/** The words that readers' stories hold from `from` up to `to`, as written, with the number of stories. */
export async function wordsBetween(db: ReadDb, from: string, to: string, atMost: number) {
  return db.all<{ word: string; stories: number }>(sql`
    select term as word, max(doc) as stories from
      (select term, doc, col from search_words where term >= ${from} and term < ${to} limit ${atMost})
    where col in ('headline', 'body', 'standfirst') group by term`);
}

/**
 * Words of readers' headlines that begin so, those in most of them first; `looked` of them are gone through. Where they
 * have not been counted yet it is so many entries of the index's vocabulary, which walks through the stories of each.
 */
export async function headlineWordsFrom(
  db: ReadDb,
  beginning: string,
  looked: number,
  atMost: number,
): Promise<string[]> {
  const [from, to] = [beginning, `${beginning}\uFFFF`];
  const words = hasHeadlineWords(db)
    ? sql`select word from
        (select word, stories from headline_words where word >= ${from} and word < ${to} limit ${looked})
      order by stories desc, word limit ${atMost}`
    : sql`select term as word from
        (select term, doc, col from search_words where term >= ${from} and term < ${to} limit ${looked})
      where col in ('headline', 'headline_stem') group by term order by max(doc) desc, term limit ${atMost}`;
  return db.all<{ word: string }>(words).map(({ word }) => word);
}

/** Bengali words of readers' headlines, those in most of them first; none where they have not been counted yet. */
export function commonHeadlineWords(db: ReadDb, atMost: number): string[] {
  if (!hasHeadlineWords(db)) return [];
  return db
    .all<{ word: string }>(
      sql`select word from headline_words where word >= 'অ' and word < '০' and length(word) > 1
      order by stories desc, word limit ${atMost}`,
    )
    .map(({ word }) => word);
}

const newestFirst = [desc(stories.publishedAt), desc(stories.id)];

/** The newest that readers see, as queries that `.all()` runs and `.toSQL()` explains. */
export const newest = {
  ids: (db: ReadDb, atMost: number) =>
    db
      .select({ id: stories.id })
      .from(stories)
      .where(published)
      .orderBy(...newestFirst)
      .limit(atMost),
  headlines: (db: ReadDb, atMost: number) =>
    db
      .select({ id: stories.id, section: sections.slug, headline: stories.headline })
      .from(stories)
      .crossJoin(sections)
      .where(and(published, eq(sections.id, stories.sectionId)))
      .orderBy(...newestFirst)
      .limit(atMost),
};

/** Topics or bylines, `atMost` of them by name; whether readers see a story of theirs, `withStories` tells. */
export async function namesOf(db: ReadDb, kind: 'topic' | 'byline', atMost: number) {
  const from = kind === 'topic' ? sql`topics where merged_into is null` : sql`bylines`;
  return db.all<{ id: number; name: string; slug: string }>(
    sql`select id, name, slug from ${from} order by name limit ${atMost}`,
  );
}

/** The first of these topics or bylines that have a story which readers see, in the order given. */
export async function withStories(
  db: ReadDb,
  kind: 'topic' | 'byline',
  ids: readonly number[],
  atMost: number,
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const published =
    kind === 'topic'
      ? sql`select 1 from story_topics where topic_id = among.value and published_at is not null`
      : sql`select 1 from story_bylines where byline_id = among.value and published_at is not null`;
  const rows = db.all<{
    id: number;
  }>(sql`select among.value as id from json_each(${JSON.stringify(ids)}) among
    where exists (${published}) limit ${atMost}`);
  return new Set(rows.map(({ id }) => id));
}

/** Headlines of the newest stories that match. */
export async function headlinesFound(db: ReadDb, match: string, atMost: number) {
  return db.all<{ id: number; section: string; headline: string }>(sql`
    select stories.id, sections.slug as section, stories.headline from
      (select rowid from story_search where story_search match ${match} order by rowid desc limit ${atMost}) found
    cross join stories on stories.id = found.rowid and stories.state = 'published'
    cross join sections on sections.id = stories.section_id order by found.rowid desc`);
}

/** Whether any published story matches. */
export async function isFound(db: ReadDb, match: string): Promise<boolean> {
  return db.get(sql`select 1 from story_search where story_search match ${match} limit 1`) !== undefined;
}
