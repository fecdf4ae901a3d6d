import type { AppDb } from '@/db/client';
import { revisionNumbered } from '@/db/queries/stories/story-work';
import { tx } from '@/db/tx';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { fieldsOf } from '@/lib/stories/fields/store-fields';
import { fieldsFromJson } from '@/lib/stories/fields/stored-fields';
import { storyById } from '@/lib/stories/story-row';
import { type Difference, differencesBetween } from '../merge/field-differences';
import type { Snapshot } from './add-revision';

/** A revision by its number, or the current story. */
export type RevisionRef = number | 'now';

/** Compares any two versions of a story, field by field; null if one of them does not exist. */
export async function compareRevisions(
  db: AppDb,
  storyId: number,
  { from, to }: { from: RevisionRef; to: RevisionRef },
): Promise<Difference[] | null> {
  const [before, after] = [await fieldsAt(db, storyId, from), await fieldsAt(db, storyId, to)];
  return before && after && differencesBetween(before, after);
}

export async function fieldsAt(db: AppDb, storyId: number, which: RevisionRef): Promise<StoryFields | null> {
  if (which !== 'now') {
    const revision = await revisionNumbered(db, storyId, which);
    return revision ? fieldsFromJson((revision.snapshot as Snapshot).fields) : null;
  }
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    return story ? fieldsOf(t, story) : null;
  });
}
