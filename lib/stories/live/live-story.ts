import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { stories } from '@/db/schema';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { indexStory } from '@/lib/search/index-story';
import type { StoryRow } from '../fields/field';
import { mayEdit } from '../may-edit';
import { storyById } from '../story-row';

export type LiveRefusal = 'forbidden' | 'not-found' | 'wrong-state';

/** The live story whose posts this actor may write, whether or not readers see it yet. */
export function liveStoryFor(t: Tx, actor: Actor, storyId: number): Result<StoryRow, LiveRefusal> {
  const story = storyById(t, storyId);
  if (!story) return refused('not-found');
  if (!mayEdit(actor, story)) return refused('forbidden');
  if (story.form !== 'live' || story.state === 'retracted' || story.binnedAt) return refused('wrong-state');
  return done(story);
}

/** The last thing in a command that changes a post: it is found, readers are told when, and their pages what. */
export function settleLive(t: Tx, story: StoryRow, now: Date): void {
  indexStory(t, story.id);
  if (story.state !== 'published') return;
  // It is the story's own last change too; its version is not touched, for no one's text is.
  t.update(stories).set({ correctedAt: now }).where(eq(stories.id, story.id)).run();
  announce(t, { kind: 'live-changed', storyId: story.id }, now);
}
