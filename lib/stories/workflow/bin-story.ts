import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { AppDb, Db, Tx } from '@/db/client';
import {
  livePosts,
  nextVersions,
  presence,
  stories,
  storyBylines,
  storyDistricts,
  storyDrafts,
  storyRemarks,
  storyRevisions,
  storySections,
  storyTopics,
} from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { type Actor, theClock } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { indexStory, unindexStory } from '@/lib/search/indexing/index-story';
import type { StoryRow } from '../fields/field';
import { mayEdit } from '../may-edit';
import { storyById } from '../story-row';

/** How long a binned story can be restored. */
export const binDays = 30;
const A_DAY_MS = 86_400_000;

export type BinRefusal = 'forbidden' | 'not-found' | 'wrong-state' | 'stale';

/** A story, and the version that was displayed, where that matters. */
interface BinnedStoryRef {
  storyId: number;
  basedOn?: number;
}

/**
 * Bins a story that was never published. A published story is retracted or unpublished instead, so that its address
 * says something true.
 */
export async function binStory(
  db: Db,
  actor: Actor,
  { storyId, basedOn }: BinnedStoryRef,
  now = new Date(),
): Promise<Result<void, BinRefusal>> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!mayEdit(actor, story)) return refused('forbidden');
    if (basedOn !== undefined && story.version !== basedOn) return refused('stale');
    if (!isUnseen(story)) return refused('wrong-state');
    if (story.binnedAt) return done();

    const binnedBy = actor.kind === 'staff' ? actor.id : null;
    t.update(stories).set({ binnedAt: now, binnedBy }).where(eq(stories.id, storyId)).run();
    appendAudit(t, { actor, verb: 'bin-story', subject: `story:${storyId}`, at: now });
    unindexStory(t, storyId);
    return done();
  });
}

/** Restores it from the bin, unchanged. */
export async function restoreStory(
  db: Db,
  actor: Actor,
  { storyId, basedOn }: BinnedStoryRef,
  now = new Date(),
): Promise<Result<void, BinRefusal>> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!mayEdit(actor, story)) return refused('forbidden');
    if (basedOn !== undefined && story.version !== basedOn) return refused('stale');
    if (!story.binnedAt) return done();

    t.update(stories).set({ binnedAt: null, binnedBy: null }).where(eq(stories.id, storyId)).run();
    appendAudit(t, { actor, verb: 'restore-story', subject: `story:${storyId}`, at: now });
    indexStory(t, storyId);
    return done();
  });
}

/** Deletes for good what has been in the bin for 30 days; the audit keeps the record. */
export async function emptyBin(db: AppDb, now = new Date(), actor: Actor = theClock): Promise<number[]> {
  const old = and(
    isNotNull(stories.binnedAt),
    lte(stories.binnedAt, new Date(now.getTime() - binDays * A_DAY_MS)),
  );
  const ids = db.select({ id: stories.id }).from(stories).where(old).limit(100).all();
  for (const { id } of ids) {
    await tx(db, (t) => {
      const still = t
        .select()
        .from(stories)
        .where(and(eq(stories.id, id), old, isNull(stories.publishedAt)))
        .get();
      if (still) erase(t, actor, still, now);
      return done();
    });
  }
  return ids.map(({ id }) => id);
}

function erase(t: Tx, actor: Actor, { id, headline }: StoryRow, now: Date): void {
  const parts = [
    storyTopics,
    storyBylines,
    storySections,
    storyDistricts,
    storyRevisions,
    storyDrafts,
    presence,
    storyRemarks,
    nextVersions,
    livePosts,
  ];
  for (const part of parts) t.delete(part).where(eq(part.storyId, id)).run();
  unindexStory(t, id);
  t.delete(stories).where(eq(stories.id, id)).run();
  appendAudit(t, { actor, verb: 'erase-story', subject: `story:${id}`, before: { headline }, at: now });
}

function isUnseen(story: StoryRow): boolean {
  const isWithDesk = story.state === 'draft' || story.state === 'filed';
  return isWithDesk && story.publishedAt === null && story.firstPublishedAt === null;
}
