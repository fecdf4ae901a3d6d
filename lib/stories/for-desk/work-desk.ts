import { getDb } from '@/db/client';
import { allStaff } from '@/db/queries/operations/people';
import { binnedStories, correctionsOf, remarksOf, storyForWork } from '@/db/queries/stories/story-desk-work';
import { may } from '@/lib/people/may';
import { requireStaff } from '@/lib/people/require-staff';
import { lastUndoable } from '../bulk/undo-many';
import { mayEdit } from '../may-edit';
import { mayPrepareNext, nextOf } from '../workflow/next-version';

/** What is shown beside a story's text: assignee, remarks, notes to readers. */
export async function deskStoryWork(storyId: number) {
  const member = await requireStaff('write-story', `/admin/stories/${storyId}`);
  const db = getDb();
  const story = await storyForWork(db, storyId);
  if (!story) return null;
  return {
    story,
    permits: {
      edits: mayEdit(member, story),
      assigns: may(member, 'edit-any-story'),
      publishes: may(member, 'publish-story'),
      preparesNext: story.state === 'published' && mayPrepareNext(member, story),
    },
    hasNext: nextOf(db, storyId) !== undefined,
    remarks: await remarksOf(db, storyId),
    corrections: await correctionsOf(db, storyId),
    staff: (await allStaff(db)).filter(({ disabledAt }) => disabledAt === null),
  };
}

const LISTED = 100;

/** What can be restored from the bin: editors see everything, reporters their own stories. */
export async function deskBin() {
  const member = await requireStaff('write-story', '/admin/stories/bin');
  const db = getDb();
  const whose = may(member, 'edit-any-story') ? {} : { createdBy: member.id };
  const all = await binnedStories(db, { ...whose, limit: LISTED });
  return { stories: all.filter((story) => mayEdit(member, story)), lastBulk: lastUndoable(db, member) };
}
