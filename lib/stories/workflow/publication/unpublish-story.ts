import { and, asc, eq, lte } from 'drizzle-orm';
import type { AppDb, Db, Tx } from '@/db/client';
import { stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { type Actor, theClock } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { StoryRow } from '@/lib/stories/fields/field';
import { storyById } from '@/lib/stories/story-row';
import { writeStory } from '@/lib/stories/write-story';
import type { StoryAt } from '../move-story';
import { reindexAndAnnounce, visibilityOf } from '../reindex-and-announce';

export type UnpublishRefusal = 'forbidden' | 'not-found' | 'wrong-state' | 'stale';

/**
 * Takes a story back to draft without telling readers: its address returns 404. For a wrong story that was read there
 * is `retractStory`, which says so.
 */
export async function unpublishStory(
  db: Db,
  actor: Actor,
  { storyId, basedOn }: StoryAt,
  now = new Date(),
): Promise<Result<void, UnpublishRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (story.state !== 'published') return refused('wrong-state');
    return takeDown(t, actor, story, basedOn, now) ? done() : refused('stale');
  });
}

export type UnpublishTimeRefusal = 'forbidden' | 'not-found' | 'wrong-state' | 'past';

/** Sets when the scheduler takes a story down; null: never. Text and version stay. */
export async function setUnpublishTime(
  db: Db,
  actor: Actor,
  { storyId, at }: { storyId: number; at: Date | null },
  now = new Date(),
): Promise<Result<void, UnpublishTimeRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  if (at && !(at.getTime() > now.getTime())) return refused('past', 'unpublishAt');
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (story.state !== 'published' && story.state !== 'scheduled') return refused('wrong-state');
    t.update(stories).set({ unpublishAt: at }).where(eq(stories.id, storyId)).run();
    appendAudit(t, {
      actor,
      verb: 'set-unpublish-time',
      subject: `story:${storyId}`,
      before: { unpublishAt: story.unpublishAt },
      after: { unpublishAt: at },
      at: now,
    });
    return done();
  });
}

/**
 * Takes down every story whose time is over, each in its own transaction that checks again, so that two schedulers do
 * it once.
 */
export async function unpublishDue(db: AppDb, now = new Date(), actor: Actor = theClock): Promise<number[]> {
  const due = db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.state, 'published'), lte(stories.unpublishAt, now)))
    .orderBy(asc(stories.unpublishAt))
    .all();
  const taken: number[] = [];
  for (const { id } of due) {
    const isTaken = await tx(db, (t) => {
      const story = storyById(t, id);
      if (story?.state !== 'published' || !story.unpublishAt || story.unpublishAt > now) return false;
      return takeDown(t, actor, story, story.version, now);
    });
    if (isTaken) taken.push(id);
  }
  return taken;
}

function takeDown(t: Tx, actor: Actor, story: StoryRow, basedOn: number, now: Date): boolean {
  const before = visibilityOf(t, story.id);
  const written = {
    state: 'draft',
    publishedAt: null,
    unpublishAt: null,
    firstPublishedAt: story.firstPublishedAt ?? story.publishedAt,
  } as const;
  if (!writeStory(t, { id: story.id, basedOn }, written, now)) return false;
  appendAudit(t, {
    actor,
    verb: 'unpublish-story',
    subject: `story:${story.id}`,
    before: { state: 'published', publishedAt: story.publishedAt },
    after: { state: 'draft' },
    at: now,
  });
  reindexAndAnnounce(t, story.id, before, now);
  return true;
}
