import { type Feed, type FeedFormat, type FeedItem, feedAddress } from '../feed';

/** JSON Feed 1.1. */
export const jsonFeed: FeedFormat = {
  file: 'feed.json',
  contentType: 'application/feed+json',
  write: jsonFeedOf,
};

function jsonFeedOf(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feedAddress(feed.page, jsonFeed),
    description: feed.description,
    icon: feed.icon,
    language: 'bn',
    authors: [{ name: feed.siteName }],
    ...(feed.hub ? { hubs: [{ type: 'WebSub', url: feed.hub }] } : {}),
    items: feed.items.map(item),
  });
}

function item(story: FeedItem): object {
  return {
    id: story.id,
    url: story.address,
    title: story.headline,
    // One of the two is required.
    ...(story.html === undefined ? { content_text: story.summary } : { content_html: story.html }),
    summary: story.summary,
    ...(story.picture ? { image: story.picture.address } : {}),
    date_published: story.publishedAt.toISOString(),
    date_modified: story.updatedAt.toISOString(),
    ...(story.by.length > 0 ? { authors: story.by.map((name) => ({ name })) } : {}),
    tags: story.about,
    ...(story.media && story.media.length > 0
      ? {
          attachments: story.media.map(({ address, type, bytes, seconds }) => ({
            url: address,
            mime_type: type,
            ...(bytes === null ? {} : { size_in_bytes: bytes }),
            ...(seconds === null ? {} : { duration_in_seconds: seconds }),
          })),
        }
      : {}),
  };
}
