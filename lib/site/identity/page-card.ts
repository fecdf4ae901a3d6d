import { readSite } from '../reading';
import { iconAddress, iconSizes } from './icon-sizes';
import { readSigns } from './reading';

/**
 * What Open Graph says of a page that is no story; title and description are those of its head. `url`: the page's own
 * path. A newsroom without a picture for it shows its sign.
 */
export async function pageCard(url?: string) {
  const site = await readSite();
  const { card } = await readSigns(site);
  const picture = card
    ? { url: card.src, width: card.width, height: card.height }
    : { url: iconAddress(site.iconFile, 'large'), width: iconSizes.large, height: iconSizes.large };
  return {
    siteName: site.siteName,
    locale: 'bn_BD',
    type: 'website' as const,
    images: [{ ...picture, alt: site.siteName }],
    ...(url !== undefined && { url }),
  };
}
