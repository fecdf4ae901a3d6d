import { feedAddress } from './feed';
import { feedFormats } from './formats/formats';
import { rss } from './formats/rss';

interface Links {
  /** The page's own address, as a path. */
  page: string;
  /** The listing whose feed is offered; the site's, on pages that are not listings. */
  feedOf: string;
  title: string;
  /** A story's absolute address, by which embedding programs find its card. */
  story?: string;
}

/** For a page's metadata: its canonical address and the machine-readable alternates. */
export function alternatesFor({ page, feedOf, title, story }: Links) {
  // Story pages are requested most and do without; feeds are discovered on the listings.
  const formats = story === undefined ? feedFormats : [rss];
  const feeds = formats.map((format) => [format.contentType, [{ url: feedAddress(feedOf, format), title }]]);
  const embed = story && [['application/json+oembed', `/api/oembed?url=${encodeURIComponent(story)}`]];
  return { canonical: page, types: Object.fromEntries([...feeds, ...(embed || [])]) };
}
