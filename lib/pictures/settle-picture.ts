import type { Tx } from '@/db/client';
import { announce } from '@/lib/pages/announce';
import { storiesShowing, type Uses } from './uses';

/** The last thing in a command that changes how a picture looks: every page that shows it is told. */
export function announcePicture(t: Tx, uses: Uses, now: Date): void {
  const storyIds = storiesShowing(t, uses);
  if (storyIds.length > 0) announce(t, { kind: 'picture-changed', storyIds }, now);
  for (const { slug } of uses.portraits) announce(t, { kind: 'byline-changed', slug }, now);
}
