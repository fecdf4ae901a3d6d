import type { ReadDb } from '@/db/client';
import type { StoryState } from '@/db/schema';
import type { StoryFields } from '../fields/catalogue';
import type { StoryRow } from '../fields/field';
import { fieldsOf } from '../fields/store-fields';

/** What a bulk change can change in a story, as it was before. Times in ms: it is stored as JSON. */
export interface Former {
  state: StoryState;
  section: string;
  topics: readonly string[];
  comments: StoryFields['comments'];
  commentsUntil: number | null;
  assigneeId: number | null;
  dueAt: number | null;
  publishedAt: number | null;
  scheduledAt: number | null;
  unpublishAt: number | null;
  correctedAt: number | null;
}

/** One story in the record of a bulk change: `version` is the one that the change produced. */
export interface Changed {
  storyId: number;
  version: number;
  assigneeId: number | null;
  before: Former;
}

export function formerOf(t: ReadDb, story: StoryRow): Former {
  const { section, topics } = fieldsOf(t, story);
  return {
    state: story.state,
    section,
    topics,
    comments: story.comments,
    commentsUntil: story.commentsUntil?.getTime() ?? null,
    assigneeId: story.assigneeId,
    dueAt: story.dueAt?.getTime() ?? null,
    publishedAt: story.publishedAt?.getTime() ?? null,
    scheduledAt: story.scheduledAt?.getTime() ?? null,
    unpublishAt: story.unpublishAt?.getTime() ?? null,
    correctedAt: story.correctedAt?.getTime() ?? null,
  };
}

export function momentOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
