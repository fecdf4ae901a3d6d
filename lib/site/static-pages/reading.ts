import { getDb } from '@/db/client';
import { subtitleMarks } from '@/db/queries/media/media';
import { staticPageBySlug } from '@/db/queries/site/site';
import { displayedBody } from '@/lib/stories/body/display/displayed-body';
import { withFilePlayers } from '@/lib/stories/body/display/file-players';
import { videosIn } from '@/lib/stories/body/display/video-captions';

/** A page that is no story, by the end of its address; null if there is none. */
export async function readPage(slug: string) {
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) return null;
  return (await staticPageBySlug(getDb(), slug)) ?? null;
}

/** A page's text as readers see it; `hasPlayer`: a sound or a film is in it. */
export async function readPageBody({ bodyHtml }: { bodyHtml: string }, db = getDb()) {
  const played = withFilePlayers(bodyHtml);
  const captions = await subtitleMarks(db, videosIn(played));
  return { html: displayedBody(played, captions), hasPlayer: played !== bodyHtml };
}
