import { type CardWords, cardAddress, cardFile, cardSize } from '@/lib/share-cards/card';
import { readSite } from '../reading';
import { iconAddress, iconSizes } from './icon-sizes';
import { readSigns } from './reading';

type PageCardSite = Awaited<ReturnType<typeof readSite>>;

/**
 * What Open Graph says of a page that is no story; title and description are those of its head. `url`: the page's own
 * path. A newsroom without a picture for it shows what is drawn of a listing, or else its sign.
 */
export async function pageCard(url?: string, wordsOf?: (site: PageCardSite) => CardWords) {
  const site = await readSite();
  const { card } = await readSigns(site);
  const drawn = wordsOf?.(site);
  const picture = card
    ? { url: card.src, width: card.width, height: card.height }
    : drawn
      ? { url: cardAddress(cardFile(drawn, 'wide')), ...cardSize.wide, type: 'image/jpeg' }
      : { url: iconAddress(site.iconFile, 'large'), width: iconSizes.large, height: iconSizes.large };
  return {
    siteName: site.siteName,
    locale: 'bn_BD',
    type: 'website' as const,
    images: [{ ...picture, alt: card || !drawn ? site.siteName : `${drawn.headline} – ${site.siteName}` }],
    ...(url !== undefined && { url }),
  };
}
