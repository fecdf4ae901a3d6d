import { type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { all, conditionsOf, isSpecial, type ListFilter, type ListPlace, rangeOf } from './list-filter';

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
export function remainingConditions(filter: ListFilter, track: Track): SQL[] {
  return conditionsOf(filter, filter.dates === track.dates ? [...track.says, 'from'] : track.says);
}

export function changedTrack({ createdBy, form, sectionId, state }: ListFilter): Track {
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

export function publishedTrack({ bylineId, topicId, districtCodes, form, sectionId }: ListFilter): Track {
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
export function stretchAlong(
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
