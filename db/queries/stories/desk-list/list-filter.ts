import { type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import type { StoryForm, StoryState } from '@/db/schema';

/** What narrows the desk's list of stories; all of it must be so. */
export interface ListFilter {
  state?: StoryState | undefined;
  createdBy?: number | undefined;
  assigneeId?: number | undefined;
  /** Has a time by which it is wanted, and is not with the readers yet. */
  isDue?: boolean | undefined;
  /** `'none'`: drafts that are in no section yet. */
  sectionId?: number | 'none' | undefined;
  bylineId?: number | undefined;
  topicId?: number | undefined;
  /** One of these, as a division with all in it. */
  districtCodes?: readonly string[] | undefined;
  form?: StoryForm | undefined;
  /** Moments of the last change or of the publication; `to` is not included. By publication only with a state. */
  dates: 'changed' | 'published';
  from?: Date | undefined;
  to?: Date | undefined;
  /** Those among which it is, as a search has found them. */
  ids?: readonly number[] | undefined;
}

/** Where a page ended: the moment that orders the list, in ms, and the story. */
export interface ListPlace {
  at: number;
  id: number;
}

/** A larger number is told as that many and more. */
export const MOST_COUNTED = 500;

// The bin is small. Asked by its own index, since a story's row is long and `binned_at` stands at its end.
const notBinnedOf = (id: SQL) =>
  sql`${id} not in (select id from stories indexed by stories_in_bin where binned_at is not null)`;
export const notBinned = notBinnedOf(sql`s.id`);
// So are they that are in no section yet, which the indexes of sections have in the first.
export const inNoSection = (id: SQL) =>
  sql`${id} in (select id from stories indexed by stories_in_no_section where is_section_open = 1)`;
/** What no index of the list covers by itself. */
export const baseConditions = ({ sectionId }: ListFilter, id: SQL) => [
  notBinnedOf(id),
  ...(typeof sectionId === 'number' ? [sql`not ${inNoSection(id)}`] : []),
];
export const unfinished = sql.raw("('draft', 'filed', 'scheduled')");

/** As the partial indexes say it. */
export const isSeen = sql.raw("state = 'published'");
export const notReport = sql.raw("form <> 'report'");
export const isOpen = sql.raw('is_section_open = 1');

/** A form that few stories have, which an index knows. */
export function isSpecial(form: StoryForm | undefined): form is Exclude<StoryForm, 'report'> {
  return form !== undefined && form !== 'report';
}

/** `id` is where the story's number stands: what only its ties tell is asked before its row is read. */
export function conditionsOf(
  filter: ListFilter,
  said: readonly (keyof ListFilter)[] = [],
  id = sql`s.id`,
): SQL[] {
  const among = (values: readonly unknown[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;
  const moment = filter.dates === 'published' ? sql`s.published_at` : sql`s.updated_at`;
  const conditions: Partial<Record<keyof ListFilter, SQL | false | undefined>> = {
    state: filter.state && sql`s.state = ${filter.state}`,
    sectionId:
      filter.sectionId === 'none'
        ? inNoSection(id)
        : filter.sectionId !== undefined && sql`s.section_id = ${filter.sectionId}`,
    form: filter.form && sql`s.form = ${filter.form}`,
    ids: filter.ids && sql`${id} in ${among(filter.ids)}`,
    bylineId:
      filter.bylineId !== undefined &&
      sql`exists (select 1 from story_bylines where story_id = ${id} and byline_id = ${filter.bylineId})`,
    topicId:
      filter.topicId !== undefined &&
      sql`exists (select 1 from story_topics where story_id = ${id} and topic_id = ${filter.topicId})`,
    districtCodes:
      filter.districtCodes &&
      sql`exists (select 1 from story_districts where story_id = ${id} and district_code in ${among(filter.districtCodes)})`,
    createdBy: filter.createdBy !== undefined && sql`s.created_by = ${filter.createdBy}`,
    assigneeId: filter.assigneeId !== undefined && sql`s.assignee_id = ${filter.assigneeId}`,
    isDue: filter.isDue && sql`s.due_at is not null and s.state in ${unfinished}`,
    from: (filter.from || filter.to) && all(rangeOf(moment, filter)),
  };
  return Object.entries(conditions).flatMap(([name, condition]) =>
    condition && !said.includes(name as keyof ListFilter) ? [condition] : [],
  );
}

export function rangeOf(moment: SQL, { from, to }: ListFilter): SQL[] {
  return [
    ...(from ? [sql`${moment} >= ${from.getTime()}`] : []),
    ...(to ? [sql`${moment} < ${to.getTime()}`] : []),
  ];
}

/** The rows of a SELECT, counted no further than one beyond `most`. */
export function countOf(db: ReadDb, rows: SQL, most: number): number {
  return db.get<{ n: number }>(sql`select count(*) as n from (${rows} limit ${most + 1})`)?.n ?? 0;
}

export function all(conditions: readonly SQL[]): SQL {
  return sql.join([...conditions], sql` and `);
}
