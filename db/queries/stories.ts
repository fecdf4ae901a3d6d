import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client';
import { districts, pictures, sections, stories } from '../schema';
import { untilChanged } from '../until-changed';
import { pictureLook } from './pictures';

/** One story with its body, whatever its state; who may see it is the caller's affair. */
export const storyById = untilChanged(async (db: Db, id: number) => {
  return db
    .select({
      id: stories.id,
      state: stories.state,
      section: sections.slug,
      sectionId: stories.sectionId,
      sectionName: sections.name,
      kicker: stories.kicker,
      headline: stories.headline,
      standfirst: stories.standfirst,
      bodyHtml: stories.bodyHtml,
      bodyText: stories.bodyText,
      districtCode: stories.districtCode,
      districtName: districts.name,
      variants: pictures.variants,
      look: pictureLook,
      libraryAlt: pictures.alt,
      libraryCaption: pictures.caption,
      libraryCredit: pictures.credit,
      pictureAlt: stories.pictureAlt,
      pictureCaption: stories.pictureCaption,
      pictureCredit: stories.pictureCredit,
      publishedAt: stories.publishedAt,
      correctedAt: stories.correctedAt,
      retractedAt: stories.retractedAt,
      retractionNote: stories.retractionNote,
      comments: stories.comments,
      form: stories.form,
      audio: stories.audio,
      video: stories.video,
      audioSeconds: stories.audioSeconds,
      videoSeconds: stories.videoSeconds,
      liveEndedAt: stories.liveEndedAt,
      seoTitle: stories.seoTitle,
      seoDescription: stories.seoDescription,
      canonicalSource: stories.canonicalSource,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .leftJoin(districts, eq(districts.code, stories.districtCode))
    .where(eq(stories.id, id))
    .get();
});

/** Stories by number as another page may name them; those that readers may not see are not among them. */
export async function publishedHeadlines(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: stories.id, section: sections.slug, headline: stories.headline })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(inArray(stories.id, [...ids]), eq(stories.state, 'published')))
    .all();
}

/** Where a published story lives: enough to send an old address there. */
export async function sectionOfStory(db: Db, id: number) {
  return db
    .select({ section: sections.slug })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(eq(stories.id, id), inArray(stories.state, ['published', 'retracted'])))
    .get();
}
