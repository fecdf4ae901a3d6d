import { tag } from '@/lib/pages/tags';
import { askForCard } from '@/lib/share-cards/ask-for-card';
import { cardAddress, cardFile, namedCard } from '@/lib/share-cards/card';
import { getCardStore } from '@/lib/share-cards/card-store';
import { cardWords } from '@/lib/share-cards/words';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/reading';

export const dynamic = 'force-dynamic';

/**
 * A story's card. One that is not drawn yet is drawn behind this answer, which leads to the picture meanwhile; an
 * older one's name leads to the card of today.
 */
export async function GET(_: Request, { params }: RouteContext<'/share-card/[file]'>) {
  const { file } = await params;
  const named = namedCard(file);
  const story = named && (await readStory(named.storyId));
  if (!named || !story || story.isRetracted) return new Response(null, { status: 404 });

  const words = cardWords(story, (await readSite()).siteName);
  const current = cardFile(words, named.shape);
  if (file !== current) return leadTo(cardAddress(current));
  const bytes = await getCardStore().open(file);
  if (!bytes) {
    askForCard(words, named.shape);
    return leadTo(story.picture.src);
  }
  return new Response(bytes, {
    headers: { 'content-type': 'image/jpeg', 'x-page-tags': encodeURIComponent(tag.story(story.id)) },
  });
}

function leadTo(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}
