import { forbidden } from 'next/navigation';
import { getDb } from '@/db/client';
import { pictureChoices, storyOnDesk } from '@/db/queries/stories/desk-stories';
import { type LivePostRow, livePostOf, livePostsOf, placeOfPost } from '@/db/queries/stories/live-posts';
import { requireStaff } from '@/lib/people/require-staff';
import { mayEdit } from '../may-edit';

const LISTED = 30;
const PICTURES_OFFERED = 24;

/** A live story's posts for members who may edit the story; null if there is no such story. */
export async function deskLive(storyId: number, options: { edit: number | null; from: number | null }) {
  const member = await requireStaff('write-story', `/admin/stories/${storyId}/live`);
  const db = getDb();
  const story = await storyOnDesk(db, storyId);
  if (!story) return null;
  if (!mayEdit(member, story)) forbidden();

  const place = options.from === null ? undefined : await placeOfPost(db, storyId, options.from);
  const rows = await livePostsOf(db, storyId, { from: place, limit: LISTED + 1 });
  const edited = options.edit === null ? null : ((await livePostOf(db, storyId, options.edit)) ?? null);
  return {
    story,
    posts: rows.slice(0, LISTED) satisfies LivePostRow[],
    older: rows[LISTED]?.id ?? null,
    edited,
    pictures: await pictureChoices(db, edited?.pictureId ? [edited.pictureId] : [], PICTURES_OFFERED),
  };
}

/** The saved version of a post, for a member whose edit was based on an older one. */
export async function deskLivePost(storyId: number, postId: number) {
  return (await livePostOf(getDb(), storyId, postId)) ?? null;
}
