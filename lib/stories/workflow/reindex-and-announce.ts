import { dhakaDay } from '@barta/bengali/dates';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  type StoryState,
  sections,
  stories,
  storyBylines,
  storyDistricts,
  storySections,
  storyTopics,
} from '@/db/schema';
import { announce } from '@/lib/cache/announce';
import { indexStory } from '@/lib/search/indexing/index-story';
import { fieldsOf } from '../fields/store-fields';
import { storyById } from '../story-row';
import { addRevision } from '../versions/revisions/add-revision';
import { revisionReason } from '../versions/revisions/revision-reason';
import { lastStaffOf } from '../versions/version-snapshots';
import { slugsOf } from './linked-slugs';

/** The pages on which readers meet a story. */
export interface StoryVisibility {
  state: StoryState;
  sections: string[];
  topics: string[];
  bylines: string[];
  districts: string[];
  days: string[];
  /** Forms that have a listing of their own. */
  forms: string[];
}

export const listedForms = ['photo', 'video'] as const;
export type ListedForm = (typeof listedForms)[number];

/** Taken before a command writes, and passed to `reindexAndAnnounce` afterwards. */
export function visibilityOf(t: Tx, storyId: number): StoryVisibility | null {
  const story = t
    .select({
      state: stories.state,
      section: sections.slug,
      district: stories.districtCode,
      publishedAt: stories.publishedAt,
      form: stories.form,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(stories.id, storyId))
    .get();
  if (!story) return null;
  const { others, districts, ...slugs } = slugsOf(t, storyId);
  return {
    state: story.state,
    sections: [story.section, ...others],
    ...slugs,
    districts: [...new Set([...(story.district ? [story.district] : []), ...districts])],
    days: story.publishedAt ? [dhakaDay(story.publishedAt)] : [],
    forms: listedForms.filter((form) => form === story.form),
  };
}

/**
 * The last step in the transaction of every command that writes a story: updates listings and search index, and
 * announces what readers see, by its pages before and after. What no reader saw or sees, such as a draft, is not
 * announced.
 */
export function reindexAndAnnounce(t: Tx, storyId: number, before: StoryVisibility | null, now: Date): void {
  const after = visibilityOf(t, storyId);
  if (!after) throw new Error(`reindexAndAnnounce: no story ${storyId}`);

  const story = t
    .select({ publishedAt: stories.publishedAt })
    .from(stories)
    .where(eq(stories.id, storyId))
    .get();
  const publishedAt = after.state === 'published' ? (story?.publishedAt ?? null) : null;
  t.update(storyTopics).set({ publishedAt }).where(eq(storyTopics.storyId, storyId)).run();
  t.update(storyBylines).set({ publishedAt }).where(eq(storyBylines.storyId, storyId)).run();
  t.update(storySections).set({ publishedAt }).where(eq(storySections.storyId, storyId)).run();
  t.update(storyDistricts).set({ publishedAt }).where(eq(storyDistricts.storyId, storyId)).run();

  indexStory(t, storyId);
  reviseTurn(t, storyId, { from: before?.state ?? null, to: after.state }, now);

  if (![before, after].some(isSeen)) return;
  announce(
    t,
    {
      kind: 'story-changed',
      storyId,
      sections: both(before, after, 'sections'),
      topics: both(before, after, 'topics'),
      bylines: both(before, after, 'bylines'),
      districts: both(before, after, 'districts'),
      days: both(before, after, 'days'),
      forms: both(before, after, 'forms'),
    },
    now,
  );
}

/**
 * Each publication, filing and correction gets a revision, attributed to the last action: its audit entry is already
 * written.
 */
function reviseTurn(
  t: Tx,
  storyId: number,
  { from, to }: { from: StoryState | null; to: StoryState },
  now: Date,
): void {
  const reason = revisionReason(from, to);
  const story = reason && storyById(t, storyId);
  if (!story) return;
  addRevision(t, story, fieldsOf(t, story), { reason, staffId: lastStaffOf(t, storyId), at: now });
}

/** A retracted story is visible too: its address says that it was retracted, and why. */
function isSeen(standing: StoryVisibility | null): boolean {
  return standing?.state === 'published' || standing?.state === 'retracted';
}

function both(
  before: StoryVisibility | null,
  after: StoryVisibility,
  where: Exclude<keyof StoryVisibility, 'state'>,
): string[] {
  return [...(isSeen(before) ? (before?.[where] ?? []) : []), ...after[where]];
}
