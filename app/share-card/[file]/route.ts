import { cardAddress, cardFile, namedCard } from '@/lib/share-cards/card';
import { getCardStore } from '@/lib/share-cards/card-store';
import { readCard } from '@/lib/share-cards/reading';
import { drawCardNow } from '@/lib/share-cards/request-card';

export const dynamic = 'force-dynamic';

/**
 * The card of a story or of a listing; an older one's name leads to the card of today. One that is not drawn yet is drawn
 * meanwhile, or, where many ask for such at once, behind an answer that leads to something with pixels.
 */
export async function GET(_: Request, { params }: RouteContext<'/share-card/[file]'>) {
  const { file } = await params;
  const named = namedCard(file);
  const card = named && (await readCard(named));
  if (!named || !card) return new Response(null, { status: 404 });

  const current = cardFile(card.words, named.shape);
  if (file !== current) return leadTo(cardAddress(current));
  const bytes = (await getCardStore().open(file)) ?? (await drawCardNow(card.words, named.shape));
  if (!bytes) return leadTo(card.instead);
  return new Response(bytes, {
    headers: { 'content-type': 'image/jpeg', 'x-page-tags': encodeURIComponent(card.tag) },
  });
}

function leadTo(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}
