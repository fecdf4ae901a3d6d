import { tag } from '@/lib/pages/tags';
import { drawForAsker } from '@/lib/share-cards/ask-for-card';
import { cardAddress, cardFile, namedCard } from '@/lib/share-cards/card';
import { getCardStore } from '@/lib/share-cards/card-store';
import { cardWords } from '@/lib/share-cards/words';
import { iconAddress } from '@/lib/site/identity/icon-sizes';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/reading';

export const dynamic = 'force-dynamic';

/**
 * A story's card; an older one's name leads to the card of today. One that is not drawn yet is drawn meanwhile, or, where
 * many ask for such at once, behind an answer that leads to something with pixels.
 */
export async function GET(_: Request, { params }: RouteContext<'/share-card/[file]'>) {
  const { file } = await params;
  const named = namedCard(file);
  const story = named && (await readStory(named.storyId));
  if (!named || !story || story.isRetracted) return new Response(null, { status: 404 });

  const site = await readSite();
  const words = cardWords(story, site.siteName);
  const current = cardFile(words, named.shape);
  if (file !== current) return leadTo(cardAddress(current));
  const bytes = (await getCardStore().open(file)) ?? (await drawForAsker(words, named.shape));
  if (!bytes) return leadTo(story.hasPhoto ? story.picture.src : iconAddress(site.iconFile, 'large'));
  return new Response(bytes, {
    headers: { 'content-type': 'image/jpeg', 'x-page-tags': encodeURIComponent(tag.story(story.id)) },
  });
}

function leadTo(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}
