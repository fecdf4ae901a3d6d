import { markLatinPhrases } from '@barta/bengali/latin/latin-phrases';
import { getDb } from '@/db/client';
import { subtitleMarks } from '@/db/queries/media/media';
import { staticPageBySlug } from '@/db/queries/site/site';
import { withNamedParts } from '@/lib/stories/body/display/accessible-names';
import { withPlayers } from '@/lib/stories/body/display/file-players';
import { filmsIn, withCaptions } from '@/lib/stories/body/display/video-captions';

/** A page that is no story, by the end of its address; null if there is none. */
export async function readPage(slug: string) {
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) return null;
  return (await staticPageBySlug(getDb(), slug)) ?? null;
}

/** A page's text as readers see it; `hasPlayer`: a sound or a film is in it. */
export async function readPageBody({ bodyHtml }: { bodyHtml: string }, db = getDb()) {
  const played = withPlayers(bodyHtml);
  const captions = await subtitleMarks(db, filmsIn(played));
  const html = markLatinPhrases(withCaptions(withNamedParts(played), captions));
  return { html, hasPlayer: played !== bodyHtml };
}
