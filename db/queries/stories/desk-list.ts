import { eq, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { type StoryForm, type StoryState, sections, stories } from '@/db/schema';
import { sectionChosen } from '../taxonomy/section-chosen';

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
/** So far a walk goes for one page: what it has not met by then is looked for from there on, when asked. */
export const LONGEST_WALK = 2500;
/** A larger number is told as that many and more. */
export const MOST_COUNTED = 500;

// The bin is small. Asked by its own index, since a story's row is long and `binned_at` stands at its end.
const notBinnedOf = (id: SQL) =>
  sql`${id} not in (select id from stories indexed by stories_in_bin where binned_at is not null)`;
const notBinned = notBinnedOf(sql`s.id`);
// So are they that are in no section yet, which the indexes of sections have in the first.
const inNoSection = (id: SQL) =>
  sql`${id} in (select id from stories indexed by stories_in_no_section where is_section_open = 1)`;
/** What no track sees to. */
const alwaysAsked = ({ sectionId }: ListFilter, id: SQL) => [
  notBinnedOf(id),
  ...(typeof sectionId === 'number' ? [sql`not ${inNoSection(id)}`] : []),
];
const unfinished = sql.raw("('draft', 'filed', 'scheduled')");

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
    from (${smallest.part}) p cross join stories s on s.id = p.id where ${all([...alwaysAsked(filter, sql`p.id`), ...conditionsOf(filter, [], sql`p.id`)])}`);
}

/** Whether one index says all that the filter asks, in this order: then a page of it is read, and no story beside. */
export function isOneWalk(filter: ListFilter, order: 'changed' | 'published'): boolean {
  return restOf(filter, order === 'published' ? publishedTrack(filter) : changedTrack(filter)).length === 0;
}

export interface Walk {
  ids: number[];
  /** Where to go on: behind the last story of a full page, or where the walk has ended before it was full. */
  next: ListPlace | null;
  /** How many were counted, `MOST_COUNTED` at the most. */
  count: number;
  /** There may be more than that. */
  isMore: boolean;
}

/**
 * A page of a large list, newest first: along the index that order and filter have in common, `LONGEST_WALK` stories
 * at the most. By publication it holds only what readers see: the caller asks for no other state then.
 */
export async function walkList(
  db: ReadDb,
  filter: ListFilter,
  {
    order,
    before,
    limit,
    longest = LONGEST_WALK,
  }: { order: 'changed' | 'published'; before: ListPlace | null; limit: number; longest?: number },
): Promise<Walk> {
  const track = order === 'published' ? publishedTrack(filter) : changedTrack(filter);
  const rest = [...alwaysAsked(filter, sql`s.id`), ...restOf(filter, track)];
  const here = stretchOf(db, track, filter, { before, longest });
  const whole = before === null ? here : stretchOf(db, track, filter, { before: null, longest });

  const rows = db.all<ListPlace>(sql`
    select ${track.id} as id, ${track.at} as at from ${track.from} where ${all([...here.conditions, ...rest])}
    order by ${track.at} desc, ${track.id} desc limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const count = countOf(
    db,
    sql`select 1 from ${track.from} where ${all([...whole.conditions, ...rest])}`,
    MOST_COUNTED,
  );
  return {
    ids: shown.map(({ id }) => id),
    next: rows.length > limit ? (shown.at(-1) ?? null) : here.end,
    count: Math.min(count, MOST_COUNTED),
    isMore: count > MOST_COUNTED || whole.end !== null,
  };
}

/** How many stand in each state, are a member's own or theirs to do; one more than `MOST_COUNTED` at the most. */
export async function listCounts(db: ReadDb, memberId: number) {
  const counted = (from: SQL) => countOf(db, sql`${from} and ${notBinned}`, MOST_COUNTED);
  const inState = (state: StoryState) =>
    counted(sql`select 1 from stories s indexed by stories_on_desk where s.state = ${state}`);
  return {
    all: counted(
      sql`select 1 from stories s indexed by stories_lately_changed where s.updated_at is not null`,
    ),
    mine: counted(sql`select 1 from stories s indexed by stories_of_member where s.created_by = ${memberId}`),
    draft: inState('draft'),
    filed: inState('filed'),
    scheduled: inState('scheduled'),
    published: inState('published'),
    retracted: inState('retracted'),
  };
}

/** What the list prints of each, in no order. */
export async function listedStories(db: ReadDb, ids: readonly number[]) {
  return db
    .select({
      id: stories.id,
      version: stories.version,
      state: stories.state,
      kicker: stories.kicker,
      headline: stories.headline,
      section: sectionChosen,
      sectionSlug: sections.slug,
      updatedAt: stories.updatedAt,
      publishedAt: stories.publishedAt,
      scheduledAt: stories.scheduledAt,
      dueAt: stories.dueAt,
      assigneeId: stories.assigneeId,
      createdBy: stories.createdBy,
      hasPicture: sql<number>`${stories.pictureId} is not null`.mapWith(Boolean),
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(sql`${stories.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all();
}

/** Ids among the lately changed whose headline holds these letters: for what no search cuts into words, as `১০০%`. */
export async function lateHeadlines(db: ReadDb, words: string): Promise<number[]> {
  const holds = words.split(/\s+/).filter(Boolean);
  if (holds.length === 0) return [];
  const late = sql`select id from stories indexed by stories_lately_changed order by updated_at desc limit ${MOST_READ}`;
  return db
    .all<{ id: number }>(sql`
      select s.id from (${late}) p cross join stories s on s.id = p.id
      where ${all(holds.map((word) => sql`instr(s.headline, ${word}) > 0`))}`)
    .map(({ id }) => id);
}

/** A byline or a topic by its name or slug; a merged topic is no longer one. */
export async function namedOnDesk(
  db: ReadDb,
  kind: 'byline' | 'topic',
  name: string,
): Promise<number | null> {
  const from = kind === 'topic' ? sql`topics where merged_into is null and` : sql`bylines where`;
  return (
    db.get<{ id: number }>(sql`select id from ${from} (name = ${name} or slug = ${name}) order by id limit 1`)
      ?.id ?? null
  );
}

/** A district or division with all that lies in it. */
export async function districtsWithin(db: ReadDb, code: string): Promise<string[]> {
  return db
    .all<{ code: string }>(sql`
      with recursive within(code) as (
        select code from districts where code = ${code}
        union select d.code from districts d join within w on d.parent_code = w.code)
      select code from within`)
    .map((row) => row.code);
}

/** Names for a field that offers them: the bylines or topics of the newest stories, most used first. */
export async function lateNames(db: ReadDb, kind: 'byline' | 'topic', limit: number): Promise<string[]> {
  const [table, ties, column] =
    kind === 'byline'
      ? [sql`bylines`, sql`story_bylines`, sql`byline_id`]
      : [sql`topics`, sql`story_topics`, sql`topic_id`];
  const newest = sql`select id from stories indexed by stories_lately_changed order by updated_at desc limit ${MOST_COUNTED}`;
  return db
    .all<{ name: string }>(sql`
      select n.name from (${newest}) s cross join ${ties} t on t.story_id = s.id cross join ${table} n on n.id = t.${column}
      group by n.id order by count(*) desc, n.name limit ${limit}`)
    .map(({ name }) => name);
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

/** As the partial indexes say it. */
const isSeen = sql.raw("state = 'published'");
const notReport = sql.raw("form <> 'report'");
const isOpen = sql.raw('is_section_open = 1');

/** A form that few stories have, which an index knows. */
function isSpecial(form: StoryForm | undefined): form is Exclude<StoryForm, 'report'> {
  return form !== undefined && form !== 'report';
}

/** An index that runs in the order of the list. */
interface Track {
  /** The index alone, and with the stories beside it where they are another table. */
  index: SQL;
  from: SQL;
  /** What names its part of the index. */
  fixed: SQL[];
  at: SQL;
  id: SQL;
  /** What it sees to by itself. */
  says: readonly (keyof ListFilter)[];
  dates: 'changed' | 'published';
}

/** What a track leaves to be asked of each story. */
function restOf(filter: ListFilter, track: Track): SQL[] {
  return conditionsOf(filter, filter.dates === track.dates ? [...track.says, 'from'] : track.says);
}

function changedTrack({ createdBy, form, sectionId, state }: ListFilter): Track {
  const along = (name: string, fixed: SQL[], says: Track['says']) =>
    alongStories(name, fixed, { at: sql`s.updated_at`, says, dates: 'changed' });
  if (createdBy !== undefined)
    return along('stories_of_member', [sql`s.created_by = ${createdBy}`], ['createdBy']);
  if (isSpecial(form))
    return along('stories_of_form_on_desk', [sql.raw("s.form <> 'report'"), sql`s.form = ${form}`], ['form']);
  if (sectionId === 'none')
    return along('stories_in_no_section', [sql.raw('s.is_section_open = 1')], ['sectionId']);
  if (sectionId !== undefined)
    return along('stories_on_desk_in_section', [sql`s.section_id = ${sectionId}`], ['sectionId']);
  if (state) return along('stories_on_desk', [sql`s.state = ${state}`], ['state']);
  return along('stories_lately_changed', [], []);
}

function publishedTrack({ bylineId, topicId, districtCodes, form, sectionId }: ListFilter): Track {
  const along = (name: string, fixed: SQL[], says: Track['says']) =>
    alongStories(name, [sql.raw("s.state = 'published'"), ...fixed], {
      at: sql`s.published_at`,
      says: ['state', ...says],
      dates: 'published',
    });
  const [district, ...others] = districtCodes ?? [];
  if (bylineId !== undefined) return alongTies('story_bylines', sql`l.byline_id = ${bylineId}`, 'bylineId');
  if (topicId !== undefined) return alongTies('story_topics', sql`l.topic_id = ${topicId}`, 'topicId');
  if (district !== undefined && others.length === 0)
    return alongTies('story_districts', sql`l.district_code = ${district}`, 'districtCodes');
  if (isSpecial(form))
    return along('stories_of_form', [sql.raw("s.form <> 'report'"), sql`s.form = ${form}`], ['form']);
  if (typeof sectionId === 'number')
    return along('stories_published_in_section', [sql`s.section_id = ${sectionId}`], ['sectionId']);
  return along('stories_published', [], []);
}

function alongStories(name: string, fixed: SQL[], track: Pick<Track, 'at' | 'says' | 'dates'>): Track {
  const index = sql`stories s indexed by ${sql.raw(name)}`;
  return { ...track, index, from: index, fixed, id: sql`s.id` };
}

function alongTies(table: string, is: SQL, says: keyof ListFilter): Track {
  const index = sql.raw(`${table} l indexed by ${table}_listing`);
  return {
    index,
    // Crossed: the planner is not to take the stories first and look for the tie of each.
    from: sql`${index} cross join stories s on s.id = l.story_id`,
    fixed: [is, sql`l.published_at is not null`],
    at: sql`l.published_at`,
    id: sql`l.story_id`,
    says: ['state', says],
    dates: 'published',
  };
}

/** From `before` on along a track, `longest` entries of it; `end` is the last of them if it goes on. */
function stretchOf(
  db: ReadDb,
  track: Track,
  filter: ListFilter,
  { before, longest }: { before: ListPlace | null; longest: number },
) {
  const place = sql`(${track.at}, ${track.id})`;
  const conditions = [
    ...track.fixed,
    ...(filter.dates === track.dates ? rangeOf(track.at, filter) : []),
    ...(before ? [sql`${place} < (${before.at}, ${before.id})`] : []),
  ];
  const where = conditions.length > 0 ? sql`where ${all(conditions)}` : sql``;
  const [end, beyond] = db.all<ListPlace>(sql`
    select ${track.at} as at, ${track.id} as id from ${track.index} ${where}
    order by ${track.at} desc, ${track.id} desc limit 2 offset ${longest - 1}`);
  if (!end || !beyond) return { conditions, end: null };
  return { conditions: [...conditions, sql`${place} >= (${end.at}, ${end.id})`], end };
}

/** `id` is where the story's number stands: what only its ties tell is asked before its row is read. */
function conditionsOf(filter: ListFilter, said: readonly (keyof ListFilter)[] = [], id = sql`s.id`): SQL[] {
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

function rangeOf(moment: SQL, { from, to }: ListFilter): SQL[] {
  return [
    ...(from ? [sql`${moment} >= ${from.getTime()}`] : []),
    ...(to ? [sql`${moment} < ${to.getTime()}`] : []),
  ];
}

/** The rows of a SELECT, counted no further than one beyond `most`. */
function countOf(db: ReadDb, rows: SQL, most: number): number {
  return db.get<{ n: number }>(sql`select count(*) as n from (${rows} limit ${most + 1})`)?.n ?? 0;
}

function all(conditions: readonly SQL[]): SQL {
  return sql.join([...conditions], sql` and `);
}
