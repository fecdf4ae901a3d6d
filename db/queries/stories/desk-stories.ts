import { and, asc, desc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import {
  bylines,
  comments,
  districts,
  pictures,
  sections,
  staff,
  stories,
  storyBylines,
  storyDistricts,
  storySections,
  storyTopics,
  topics,
} from '@/db/schema';
import { holder, placeLabel } from '../taxonomy/districts';
import { sectionChosen } from '../taxonomy/section-chosen';

/** One bound list however long it is. */
function isAmong(ids: readonly number[]): SQL {
  return sql`${stories.id} in (select value from json_each(${JSON.stringify(ids)}))`;
}

/** The names in each story's line, in order, and how many comments it shows. */
export async function bylinesAndComments(db: ReadDb, storyIds: readonly number[]) {
  if (storyIds.length === 0) return { names: [], counts: [] };
  const names = db
    .select({ storyId: storyBylines.storyId, name: bylines.name })
    .from(storyBylines)
    .innerJoin(bylines, eq(bylines.id, storyBylines.bylineId))
    .where(inArray(storyBylines.storyId, [...storyIds]))
    .orderBy(asc(storyBylines.storyId), asc(storyBylines.position))
    .all();
  const counts = db
    .select({ storyId: comments.storyId, count: sql<number>`count(*)` })
    .from(comments)
    .where(and(inArray(comments.storyId, [...storyIds]), eq(comments.state, 'visible')))
    .groupBy(comments.storyId)
    .all();
  return { names, counts };
}

/** Everything the story's form shows, with who wrote the last entry of it in the audit. */
export async function storyOnDesk(db: ReadDb, storyId: number) {
  const story = db
    .select({ story: stories, section: sections.slug, sectionName: sections.name })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(stories.id, storyId))
    .get();
  if (!story) return null;
  return {
    ...story.story,
    section: story.story.isSectionOpen ? '' : story.section,
    sectionName: story.story.isSectionOpen ? '' : story.sectionName,
    district: story.story.districtCode ?? '',
    sections: namesOf(
      db
        .select({ name: sections.name })
        .from(storySections)
        .innerJoin(sections, eq(sections.id, storySections.sectionId))
        .where(eq(storySections.storyId, storyId))
        .orderBy(asc(storySections.position))
        .all(),
    ),
    districts: otherDistricts(
      story.story.districtCode,
      db
        .select({ code: districts.code, name: placeLabel })
        .from(storyDistricts)
        .innerJoin(districts, eq(districts.code, storyDistricts.districtCode))
        .leftJoin(holder, eq(holder.code, districts.parentCode))
        .where(and(eq(storyDistricts.storyId, storyId), gte(storyDistricts.position, 0)))
        .orderBy(asc(storyDistricts.position))
        .all(),
    ),
    topics: namesOf(
      db
        .select({ name: topics.name })
        .from(storyTopics)
        .innerJoin(topics, eq(topics.id, storyTopics.topicId))
        .where(eq(storyTopics.storyId, storyId))
        .orderBy(asc(storyTopics.position))
        .all(),
    ),
    bylines: namesOf(
      db
        .select({ name: bylines.name })
        .from(storyBylines)
        .innerJoin(bylines, eq(bylines.id, storyBylines.bylineId))
        .where(eq(storyBylines.storyId, storyId))
        .orderBy(asc(storyBylines.position))
        .all(),
    ),
  };
}

function otherDistricts(first: string | null, rows: { code: string; name: string }[]): string[] {
  return namesOf(rows.filter(({ code }) => code !== first));
}

function namesOf(rows: { name: string }[]): string[] {
  return rows.map(({ name }) => name);
}

/** Stories as a picker offers them: by number, in the order asked, or the lately changed ones. */
export async function storyOffers(db: ReadDb, request: { ids: readonly number[] } | { newest: number }) {
  const offers = db
    .select({
      id: stories.id,
      headline: stories.headline,
      state: stories.state,
      section: sections.slug,
      sectionName: sectionChosen,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId));
  if ('newest' in request)
    return offers.orderBy(desc(stories.updatedAt), desc(stories.id)).limit(request.newest).all();
  const found = request.ids.length === 0 ? [] : await offers.where(isAmong(request.ids)).all();
  return request.ids.flatMap((id) => found.filter((one) => one.id === id));
}

/** Names that begin with what was typed, or hold it, for a field that takes several. */
export async function nameOffers(db: ReadDb, kind: 'topics' | 'bylines', words: string, limit: number) {
  const table = kind === 'topics' ? topics : bylines;
  const rows = db
    .select({ name: table.name })
    .from(table)
    .where(
      and(
        words === '' ? undefined : sql`instr(${table.name}, ${words}) > 0`,
        // What was merged away is not to come back.
        kind === 'topics' ? isNull(topics.mergedInto) : undefined,
      ),
    )
    .orderBy(sql`instr(${table.name}, ${words}) <> 1`, asc(table.name))
    .limit(limit)
    .all();
  return namesOf(rows);
}

/** Who did what with a story, newest first. */
export async function storyHistory(db: ReadDb, storyId: number, limit: number) {
  return db.all<{ at: number; verb: string; name: string | null; kind: string }>(sql`
    select audit_entries.at, audit_entries.verb, ${staff.name}, audit_entries.actor_kind as kind
    from audit_entries left join ${staff} on audit_entries.actor_kind = 'staff' and ${staff.id} = audit_entries.actor_id
    where audit_entries.subject_kind = 'story' and audit_entries.subject = ${String(storyId)}
    order by audit_entries.id desc limit ${limit}`);
}

export async function sectionChoices(db: ReadDb) {
  return db
    .select({ slug: sections.slug, name: sections.name })
    .from(sections)
    .orderBy(asc(sections.position))
    .all();
}

/** Every place a story may be of, with the name that tells it from others. */
export async function districtChoices(db: ReadDb) {
  return db
    .select({
      code: districts.code,
      name: districts.name,
      label: placeLabel,
      level: districts.level,
      parentCode: districts.parentCode,
    })
    .from(districts)
    .leftJoin(holder, eq(holder.code, districts.parentCode))
    .all();
}

/** The newest of the library, and those `chosen` in any case. */
export async function pictureChoices(db: ReadDb, chosen: readonly number[], limit: number) {
  const newest = db.select({ id: pictures.id }).from(pictures).orderBy(desc(pictures.id)).limit(limit);
  return db
    .select()
    .from(pictures)
    .where(
      or(inArray(pictures.id, newest), chosen.length === 0 ? undefined : inArray(pictures.id, [...chosen])),
    )
    .orderBy(desc(pictures.id))
    .all();
}
