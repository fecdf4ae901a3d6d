import { setTimeout } from 'node:timers/promises';
import { tag } from '@/lib/pages/tags';
import { askForCard } from '@/lib/share-cards/ask-for-card';
import { cardAddress, cardFile, namedCard } from '@/lib/share-cards/card';
import { getCardStore } from '@/lib/share-cards/card-store';
import { cardWords } from '@/lib/share-cards/words';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/reading';

export const dynamic = 'force-dynamic';

/** A machine that looks at a link once and remembers what it saw is worth waiting so long for. */
const MOST_WAIT_MS = 1500;
/** Where neither card nor photograph is there: those who show links show no SVG. */
const OUR_SIGN = '/icons/icon-512.png';

/**
 * A story's card. One that is not drawn yet is drawn behind this answer, which leads to the photograph meanwhile; where
 * there is none, it waits a moment. An older one's name leads to the card of today.
 */
export async function GET(_: Request, { params }: RouteContext<'/share-card/[file]'>) {
  const { file } = await params;
  const named = namedCard(file);
  const story = named && (await readStory(named.storyId));
  if (!named || !story || story.isRetracted) return new Response(null, { status: 404 });

  const words = cardWords(story, (await readSite()).siteName);
  const current = cardFile(words, named.shape);
  if (file !== current) return leadTo(cardAddress(current));
  let bytes = await getCardStore().open(file);
  if (!bytes) {
    const drawn = askForCard(words, named.shape);
    if (story.hasPhoto) return leadTo(story.picture.src);
    await Promise.race([drawn, setTimeout(MOST_WAIT_MS)]);
    bytes = await getCardStore().open(file);
    if (!bytes) return leadTo(OUR_SIGN);
  }
  return new Response(bytes, {
    headers: { 'content-type': 'image/jpeg', 'x-page-tags': encodeURIComponent(tag.story(story.id)) },
  });
}

function leadTo(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}
