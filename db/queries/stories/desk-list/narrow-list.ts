import { type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import {
  all,
  baseConditions,
  conditionsOf,
  countOf,
  isOpen,
  isSeen,
  isSpecial,
  type ListFilter,
  notReport,
  rangeOf,
  unfinished,
} from './list-filter';

/** A story as the list orders it. */
export interface ListKey {
  id: number;
  headline: string;
  updatedAt: number;
  publishedAt: number | null;
  dueAt: number | null;
}

/** So many stories are read whole and put in order by the caller; a larger part is walked along an index. */
export const MOST_READ = 1000;

/**
 * Everything that the filter leaves, if one index names no more than `MOST_READ` stories to look at; null if it is a
 * large part by each of them.
 */
export async function narrowList(db: ReadDb, filter: ListFilter): Promise<ListKey[] | null> {
  const [smallest] = partsOf(filter)
    .map((part) => ({ part, size: countOf(db, part, MOST_READ) }))
    .sort((a, b) => a.size - b.size);
  if (!smallest || smallest.size > MOST_READ) return null;
  return db.all<ListKey>(sql`
    select s.id, s.headline, s.updated_at as updatedAt, s.published_at as publishedAt, s.due_at as dueAt
    from (${smallest.part}) p cross join stories s on s.id = p.id where ${all([...baseConditions(filter, sql`p.id`), ...conditionsOf(filter, [], sql`p.id`)])}`);
}

/** Each SELECT gives the ids of one part of the stories that the filter lies in, by one index, in no order. */
function partsOf(filter: ListFilter): SQL[] {
  const { state, createdBy, assigneeId, isDue, sectionId, bylineId, topicId, districtCodes, form, ids } =
    filter;
  const changed = filter.dates === 'changed' ? rangeOf(sql`updated_at`, filter) : [];
  const isPublic = state === 'published';
  // The ties know of no publication but that of what readers see.
  const published = isPublic && filter.dates === 'published' ? rangeOf(sql`published_at`, filter) : [];
  const of = (index: string, conditions: SQL[]) =>
    sql`select id from stories indexed by ${sql.raw(index)} where ${all(conditions)}`;
  const tied = (table: string, is: SQL) =>
    sql`select story_id as id from ${sql.raw(`${table} indexed by ${table}_listing`)} where ${all([is, ...published])}`;

  const parts: SQL[] = [];
  if (ids) parts.push(sql`select value as id from json_each(${JSON.stringify(ids)})`);
  if (bylineId !== undefined) parts.push(tied('story_bylines', sql`byline_id = ${bylineId}`));
  if (topicId !== undefined) parts.push(tied('story_topics', sql`topic_id = ${topicId}`));
  if (districtCodes) {
    const codes = sql`district_code in (select value from json_each(${JSON.stringify(districtCodes)}))`;
    // A story of several districts is one story.
    parts.push(sql`select distinct id from (${tied('story_districts', codes)})`);
  }
  if (createdBy !== undefined)
    parts.push(of('stories_of_member', [sql`created_by = ${createdBy}`, ...changed]));
  if (assigneeId !== undefined) parts.push(of('stories_of_assignee', [sql`assignee_id = ${assigneeId}`]));
  if (isDue) parts.push(of('stories_on_desk', [sql`state in ${unfinished}`, ...changed]));
  if (state) parts.push(of('stories_on_desk', [sql`state = ${state}`, ...changed]));
  if (sectionId === 'none') parts.push(of('stories_in_no_section', [isOpen, ...changed]));
  else if (sectionId !== undefined)
    parts.push(of('stories_on_desk_in_section', [sql`section_id = ${sectionId}`, ...changed]));
  if (changed.length > 0) parts.push(of('stories_lately_changed', changed));
  if (isSpecial(form)) {
    const isForm = [notReport, sql`form = ${form}`];
    parts.push(
      published.length > 0
        ? of('stories_of_form', [isSeen, ...isForm, ...published])
        : of('stories_of_form_on_desk', [...isForm, ...(state ? [sql`state = ${state}`] : []), ...changed]),
    );
  }
  if (isPublic && published.length > 0) {
    parts.push(of('stories_published', [isSeen, ...published]));
    if (typeof sectionId === 'number')
      parts.push(of('stories_published_in_section', [isSeen, sql`section_id = ${sectionId}`, ...published]));
  }
  return parts;
}
