import type { Tx } from '@/db/client';
import { announce } from '@/lib/cache/announce';
import { rerenderBody } from '@/lib/stories/body/rerender-body';
import { type PictureUses, storiesShowing } from '../picture-uses';

/** The last thing in a command that changes how a picture looks: bodies name its new files, every page that shows it is told. */
export function announcePictureChange(t: Tx, uses: PictureUses, now: Date): void {
  for (const { id } of uses.stories) rerenderBody(t, id);
  const storyIds = storiesShowing(t, uses);
  if (storyIds.length > 0) announce(t, { kind: 'picture-changed', storyIds }, now);
  if (uses.signs.length > 0) announce(t, { kind: 'settings-changed' }, now);
  if (uses.ads.length > 0) announce(t, { kind: 'ads-changed' }, now);
  for (const { slug } of uses.portraits) announce(t, { kind: 'byline-changed', slug }, now);
}
