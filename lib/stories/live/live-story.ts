import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { stories } from '@/db/schema';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { indexStory } from '@/lib/search/indexing/index-story';
import type { StoryRow } from '../fields/field';
import { mayEdit } from '../may-edit';
import { storyById } from '../story-row';

export type LiveRefusal = 'forbidden' | 'not-found' | 'wrong-state';

/** The live story whose posts this actor may write, whether or not it is published. */
export function liveStoryFor(t: Tx, actor: Actor, storyId: number): Result<StoryRow, LiveRefusal> {
  const story = storyById(t, storyId);
  if (!story) return refused('not-found');
  if (!mayEdit(actor, story)) return refused('forbidden');
  if (story.form !== 'live' || story.state === 'retracted' || story.binnedAt) return refused('wrong-state');
  return done(story);
}

/**
 * The last step of a command that changes a post: updates the search index, the time of change, and announces the
 * change.
 */
export function settleLive(t: Tx, story: StoryRow, now: Date): void {
  indexStory(t, story.id);
  if (story.state !== 'published') return;
  // It also counts as the story's last change; the version stays, because the text is the same.
  t.update(stories).set({ correctedAt: now }).where(eq(stories.id, story.id)).run();
  announce(t, { kind: 'live-changed', storyId: story.id }, now);
}
