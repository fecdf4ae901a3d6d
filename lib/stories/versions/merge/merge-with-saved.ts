import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staff } from '@/db/schema';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { differenceBetween } from '@/lib/stories/fields/audit-difference';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { tidyFields } from '@/lib/stories/fields/check-fields';
import { fieldsOf } from '@/lib/stories/fields/store-fields';
import { mayEdit } from '@/lib/stories/may-edit';
import { storyById } from '@/lib/stories/story-row';
import { lastWriterOf, snapshotFields } from '../version-snapshots';
import { type MergeChoice, mergeStory, type StoryMerge } from './merge-story';

export interface SavedMerge extends StoryMerge {
  /** The version that mine was merged with. */
  version: number;
  /** The name of its author; null for the scheduler, an import or the operator. */
  by: string | null;
  /** Nobody else has changed the text since mine was started: it can be saved as it is. */
  isMineAlone: boolean;
}

/** Merges what was typed on an older version with the saved one. Writes nothing. */
export async function mergeWithSaved(
  db: Db,
  actor: Actor,
  {
    storyId,
    basedOn,
    fields,
    choiceOf,
  }: {
    storyId: number;
    basedOn: number;
    fields: StoryFields;
    choiceOf?: (key: string) => MergeChoice | undefined;
  },
): Promise<Result<SavedMerge, 'forbidden' | 'not-found'>> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!mayEdit(actor, story)) return refused('forbidden');
    const writer = lastWriterOf(t, storyId);
    const now = fieldsOf(t, story);
    const base = basedOn === story.version ? now : snapshotFields(t, storyId, basedOn);
    return done({
      ...mergeStory(base, tidyFields(fields), now, choiceOf),
      isMineAlone: base !== null && basedOn !== story.version && differenceBetween(base, now) === null,
      version: story.version,
      by: writer === null ? null : (t.select().from(staff).where(eq(staff.id, writer)).get()?.name ?? null),
    });
  });
}
