import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  bylines,
  sections,
  storyBylines,
  storyDistricts,
  storySections,
  storyTopics,
  topics,
} from '@/db/schema';

/** Slugs of the story's topics, bylines and further sections, and codes of its districts. */
export function slugsOf(
  t: Tx,
  storyId: number,
): { topics: string[]; bylines: string[]; others: string[]; districts: string[] } {
  return {
    others: t
      .select({ slug: sections.slug })
      .from(storySections)
      .innerJoin(sections, eq(sections.id, storySections.sectionId))
      .where(eq(storySections.storyId, storyId))
      .all()
      .map(({ slug }) => slug),
    districts: t
      .select({ code: storyDistricts.districtCode })
      .from(storyDistricts)
      .where(eq(storyDistricts.storyId, storyId))
      .all()
      .map(({ code }) => code),
    topics: t
      .select({ slug: topics.slug })
      .from(topics)
      .where(
        inArray(
          topics.id,
          t.select({ id: storyTopics.topicId }).from(storyTopics).where(eq(storyTopics.storyId, storyId)),
        ),
      )
      .all()
      .map(({ slug }) => slug),
    bylines: t
      .select({ slug: bylines.slug })
      .from(bylines)
      .where(
        inArray(
          bylines.id,
          t.select({ id: storyBylines.bylineId }).from(storyBylines).where(eq(storyBylines.storyId, storyId)),
        ),
      )
      .all()
      .map(({ slug }) => slug),
  };
}
