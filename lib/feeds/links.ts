import { feedAddress } from './feed';
import { feedFormats } from './formats/formats';
import { rss } from './formats/rss';

interface Links {
  /** The page's own address, as a path. */
  page: string;
  /** The listing whose feed is offered; the site's, on pages that are no listing. */
  feedOf: string;
  title: string;
  /** A story's whole address: embedding programs find its card by it. */
  story?: string;
}

/** For a page's metadata: its canonical address and what machines may read in its place. */
export function alternatesFor({ page, feedOf, title, story }: Links) {
  // A story's head is read a million times, a listing's feed is looked for on the listing.
  const formats = story === undefined ? feedFormats : [rss];
  const feeds = formats.map((format) => [format.contentType, [{ url: feedAddress(feedOf, format), title }]]);
  const embed = story && [['application/json+oembed', `/api/oembed?url=${encodeURIComponent(story)}`]];
  return { canonical: page, types: Object.fromEntries([...feeds, ...(embed || [])]) };
}
