import type { Db, Tx } from '@/db/client';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { storedDocument } from '../body/stored-body';
import { undescribedPictures } from '../body/undescribed-pictures';
import { differenceBetween } from '../fields/audit-difference';
import type { StoryFields } from '../fields/catalogue';
import { type FieldFault, faultsForReaders, faultsIn, tidyFields } from '../fields/check-fields';
import type { StoryRow } from '../fields/field';
import { withoutFormerPictureTexts } from '../fields/media/lead-picture';
import { columnsOf, fieldsOf, linkNames, withPictureTexts } from '../fields/store-fields';
import { mayEdit } from '../may-edit';
import { storyById } from '../story-row';
import { addRevision } from '../versions/revisions/add-revision';
import { writeStory } from '../write-story';
import { reindexAndAnnounce, visibilityOf } from './reindex-and-announce';

export interface StoryEdit extends StoryFields {
  storyId: number;
  /** The version that was displayed when it was written. */
  basedOn: number;
  /** Gets a revision of its own: a restored revision, or a merge of two people's texts. */
  as?: 'restore' | 'merge';
  /** When an edit is undone: the former note of changes to readers. */
  correctedAt?: Date | null;
}

export type EditStoryRefusal = 'forbidden' | 'not-found' | 'stale' | 'wrong-state' | FieldFault['code'];

/**
 * Saves all fields of a story at once. A published or scheduled story must stay fit for readers. The same text
 * submitted twice is saved once.
 */
export async function editStory(
  db: Db,
  actor: Actor,
  { storyId, basedOn, as, correctedAt, ...entered }: StoryEdit,
  now = new Date(),
): Promise<Result<{ version: number }, EditStoryRefusal>> {
  const tidy = tidyFields(entered);

  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!mayEdit(actor, story)) {
      // A reporter's second click, after the first has saved and filed: nothing changed, so nothing is refused.
      const isSaved =
        mayEdit(actor, { ...story, state: 'draft' }) && !differenceBetween(fieldsOf(t, story), tidy);
      return isSaved ? done({ version: story.version }) : refused('forbidden');
    }
    if (story.state === 'retracted') return refused('wrong-state');

    const enteredFields = withoutFormerPictureTexts(t, story, tidy);
    const [fault] = faultsIn(enteredFields);
    if (fault) return refused(fault.code, fault.field);
    const columns = columnsOf(t, enteredFields);
    if (!columns.ok) return columns;

    const fields = withPictureTexts(enteredFields, columns.value);
    const isPublic = story.state === 'published' || story.state === 'scheduled';
    const [unfit] = isPublic ? faultsForReaders(fields) : [];
    if (unfit) return refused(unfit.code, unfit.field);
    if (isPublic && hasMoreUndescribed(t, story, columns.value)) return refused('undescribed', 'body');
    const difference = differenceBetween(fieldsOf(t, story), fields);
    if (!difference) return done({ version: story.version });

    const before = visibilityOf(t, storyId);
    const correction =
      story.state === 'published' ? { correctedAt: correctedAt === undefined ? now : correctedAt } : {};
    if (!writeStory(t, { id: storyId, basedOn }, { ...columns.value, ...correction }, now))
      return refused('stale');
    linkNames(t, storyId, fields);
    appendAudit(t, { actor, verb: 'edit-story', subject: `story:${storyId}`, ...difference, at: now });
    if (as) {
      const staffId = actor.kind === 'staff' ? actor.id : null;
      addRevision(t, { ...story, version: basedOn + 1 }, fields, { reason: as, staffId, at: now });
    }
    reindexAndAnnounce(t, storyId, before, now);
    return done({ version: basedOn + 1 });
  });
}

/**
 * Old texts may contain such pictures from before descriptions were required; fixing a word in one does not require
 * them.
 */
function hasMoreUndescribed(t: Tx, former: StoryRow, now: Pick<StoryRow, 'bodyDoc'>): boolean {
  const count = (row: Pick<StoryRow, 'bodyDoc'>) => undescribedPictures(t, storedDocument(row)).length;
  const wanting = count(now);
  return wanting > 0 && wanting > count(former);
}
