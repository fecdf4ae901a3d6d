import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { districts, mediaFiles, mediaSubtitles, pictures, sections, stories, viewTotals } from '@/db/schema';
import { pictureLook } from '../media/pictures';
import { bylinesOfStory } from '../taxonomy/bylines';
import { placesOfStory } from '../taxonomy/districts';
import { topicsOfStory } from '../taxonomy/topics';

/** What readers were told was wrong in a story, newest first. */
const correctionsOfStory = sql`(select json_group_array(json_array(id, words, at)) from corrections
  where story_id = ${stories.id})`.mapWith((json: string) =>
  (JSON.parse(json) as [id: number, words: string, at: number][])
    .sort(([a], [b]) => b - a)
    .map(([id, words, at]) => ({ id, words, at: new Date(at) })),
);

const sound = alias(mediaFiles, 'sound');
const film = alias(mediaFiles, 'film');
const poster = alias(pictures, 'poster');
/** A file of ours by the address that a story has it under. */
const isFileAt = (file: typeof sound | typeof film, address: SQLiteColumn) =>
  eq(file.file, sql`case when ${address} like '/media/%' then substr(${address}, 8) end`);

/** One story with its body and what is tied to it, in one query, whatever its state; who may see it is the caller's affair. */
export const storyById = cachedUntilCommit(async (db: ReadDb, id: number) => oneStory(db).get({ id }));

/** All that a story's row says, but for the body as it is edited. */
const { bodyDoc: _bodyDoc, ...ofRow } = getTableColumns(stories);

const oneStory = preparedQuery((db) =>
  db
    .select({
      ...ofRow,
      section: sections.slug,
      sectionName: sections.name,
      districtName: districts.name,
      variants: pictures.variants,
      look: pictureLook,
      libraryAlt: pictures.alt,
      libraryCaption: pictures.caption,
      libraryCredit: pictures.credit,
      soundCredit: sound.credit,
      filmCaption: film.caption,
      filmCredit: film.credit,
      posterVariants: poster.variants,
      subtitlesMark: mediaSubtitles.mark,
      filmFile: film.file,
      views: viewTotals.total,
      topics: topicsOfStory,
      bylines: bylinesOfStory,
      places: placesOfStory,
      corrections: correctionsOfStory,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .leftJoin(districts, eq(districts.code, stories.districtCode))
    .leftJoin(viewTotals, eq(viewTotals.storyId, stories.id))
    .leftJoin(sound, isFileAt(sound, stories.audio))
    .leftJoin(film, isFileAt(film, stories.video))
    .leftJoin(poster, eq(poster.id, film.posterId))
    .leftJoin(mediaSubtitles, eq(mediaSubtitles.file, film.file))
    .where(eq(stories.id, sql.placeholder('id')))
    .prepare(),
);

/** Stories by number as another page may name them; those that readers may not see are not among them. */
export async function publishedHeadlines(db: ReadDb, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: stories.id, section: sections.slug, headline: stories.headline })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(inArray(stories.id, [...ids]), eq(stories.state, 'published')))
    .all();
}

/** Where a published story lives: enough to send an old address there. */
export async function sectionOfStory(db: ReadDb, id: number) {
  return db
    .select({ section: sections.slug })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(eq(stories.id, id), inArray(stories.state, ['published', 'retracted'])))
    .get();
}
