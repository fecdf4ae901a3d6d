import { and, asc, eq, lte } from 'drizzle-orm';
import type { AppDb, Db, ReadDb } from '@/db/client';
import { stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { type Actor, theClock } from '@/lib/people/actor';
import { storyById } from '@/lib/stories/story-row';
import { writeStory } from '@/lib/stories/write-story';
import { reindexAndAnnounce, visibilityOf } from '../reindex-and-announce';

/**
 * Publishes every scheduled story that is due, with its scheduled time, and returns their ids. Each has its own
 * transaction that checks again, so that two schedulers publish it once.
 */
export async function publishDue(db: AppDb, now = new Date(), actor: Actor = theClock): Promise<number[]> {
  const due = await dueStories(db, now);
  const published: number[] = [];
  for (const { id } of due) {
    if (await publishIfDue(db, actor, id, now)) published.push(id);
  }
  return published;
}

async function dueStories(db: ReadDb, now: Date) {
  return db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.state, 'scheduled'), lte(stories.scheduledAt, now)))
    .orderBy(asc(stories.scheduledAt))
    .all();
}

function publishIfDue(db: Db, actor: Actor, storyId: number, now: Date): Promise<boolean> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (story?.state !== 'scheduled' || !story.scheduledAt || story.scheduledAt > now) return false;

    const before = visibilityOf(t, storyId);
    const written = {
      state: 'published',
      publishedAt: story.scheduledAt,
      firstPublishedAt: story.firstPublishedAt ?? story.scheduledAt,
      scheduledAt: null,
    } as const;
    writeStory(t, { id: storyId, basedOn: story.version }, written, now);
    appendAudit(t, {
      actor,
      verb: 'publish-story',
      subject: `story:${storyId}`,
      before: { state: 'scheduled' },
      after: written,
      at: now,
    });
    reindexAndAnnounce(t, storyId, before, now);
    return true;
  });
}
