import { eq, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { bylines, districts, sections, topics } from '@/db/schema';
import { filterKeys, isSearchOld, type SearchTable } from '@/db/search-index';
import { integer } from './fts-sql';

export interface SearchFilter {
  sectionId?: number | undefined;
  topicId?: number | undefined;
  bylineId?: number | undefined;
  /** Of this place, or of one in it. */
  districtCode?: string | undefined;
  /** Not before, and before. */
  from?: Date | undefined;
  until?: Date | undefined;
}

/** A filter as a search applies it. */
export interface AppliedFilter {
  /** An expression of FTS5, together with the terms that the index has for the filter. */
  withKeys(expression: string): string;
  hasKeys: boolean;
  /** Between which ids the matches are. */
  idRange: SQL;
  /** What each match is checked for. */
  conditions: SQL | null;
}

/** How far a filter by time looks, in stories. */
export interface FilterBounds {
  /** Days with no more stories than this are searched by the ids of those. */
  mostInDays: number;
  /** Of longer times this many of the newest matches are looked at. */
  mostFiltered: number;
}

/**
 * How a filter narrows the matches without a look at each: a section, topic, byline and place by their terms in the index,
 * days by the ids of what was published on them; of longer times the newest matches are looked at. In an index that was
 * written by older rules every condition is checked on the newest matches.
 */
export function applyFilter(
  db: ReadDb,
  table: SearchTable,
  match: string,
  filter: SearchFilter,
  bounds: FilterBounds,
): AppliedFilter {
  const name = sql.identifier(table);
  const keys = keysOf(filter);
  const hasKeys = keys.length > 0 && !isSearchOld(db);
  const withKeys = (expression: string) =>
    hasKeys ? `(${expression}) AND ${keys.map((key) => `"${key}"`).join(' AND ')}` : expression;
  const conditions = conditionsOf(name, hasKeys ? { from: filter.from, until: filter.until } : filter);
  const applied = { withKeys, hasKeys, conditions };
  if (conditions === null) return { ...applied, idRange: sql`` };

  const days = table === 'story_search' ? idsOfDays(db, filter, bounds.mostInDays) : null;
  if (days)
    return { ...applied, idRange: sql`and rowid between ${integer(days.first)} and ${integer(days.last)}` };
  const last = db.get<{ id: number } | undefined>(sql`select rowid as id from ${name}
    where ${name} match ${withKeys(match)} order by rowid desc limit 1 offset ${bounds.mostFiltered - 1}`);
  return { ...applied, idRange: last ? sql`and rowid >= ${integer(last.id)}` : sql`` };
}

function keysOf({ sectionId, topicId, bylineId, districtCode }: SearchFilter): string[] {
  return [
    ...(sectionId === undefined ? [] : [filterKeys.section(sectionId)]),
    ...(topicId === undefined ? [] : [filterKeys.topic(topicId)]),
    ...(bylineId === undefined ? [] : [filterKeys.byline(bylineId)]),
    ...(districtCode === undefined ? [] : [filterKeys.place(districtCode)]),
  ];
}

/** From the lowest to the highest id of what was published between two moments, unless that is too much to look through. */
function idsOfDays(
  db: ReadDb,
  { from, until }: SearchFilter,
  most: number,
): { first: number; last: number } | null {
  if (!from && !until) return null;
  const range = sql`select id from stories indexed by stories_published where state = 'published'
    and published_at >= ${from?.getTime() ?? 0} and published_at < ${until?.getTime() ?? Number.MAX_SAFE_INTEGER}`;
  const row = db.get<{ count: number; first: number | null; last: number | null }>(sql`
    select count(*) as count, min(id) as first, max(id) as last from (${range} limit ${most + 1})`);
  if (!row || row.count > most) return null;
  return { first: row.first ?? 1, last: row.last ?? 0 };
}

function conditionsOf(name: ReturnType<typeof sql.identifier>, filter: SearchFilter): SQL | null {
  const all: SQL[] = [];
  if (filter.sectionId !== undefined) all.push(sql`and section_id = ${filter.sectionId}`);
  if (filter.from) all.push(sql`and at >= ${filter.from.getTime()}`);
  if (filter.until) all.push(sql`and at < ${filter.until.getTime()}`);
  if (filter.topicId !== undefined) {
    all.push(
      sql`and exists (select 1 from story_topics where story_id = ${name}.rowid and topic_id = ${filter.topicId})`,
    );
  }
  if (filter.bylineId !== undefined) {
    all.push(
      sql`and exists (select 1 from story_bylines where story_id = ${name}.rowid and byline_id = ${filter.bylineId})`,
    );
  }
  if (filter.districtCode !== undefined) {
    all.push(
      sql`and exists (select 1 from story_districts where story_id = ${name}.rowid and district_code = ${filter.districtCode})`,
    );
  }
  return all.length === 0 ? null : sql.join(all, sql` `);
}

/** What a filter in an address names: a section, topic or byline by its slug, a place (of no id) by its code. */
export async function filterNamed(
  db: ReadDb,
  kind: 'section' | 'topic' | 'byline' | 'district',
  slug: string,
) {
  if (kind === 'district') {
    return db
      .select({ id: sql<number>`0`, name: districts.name })
      .from(districts)
      .where(eq(districts.code, slug))
      .get();
  }
  const table = { section: sections, topic: topics, byline: bylines }[kind];
  return db.select({ id: table.id, name: table.name }).from(table).where(eq(table.slug, slug)).get();
}
