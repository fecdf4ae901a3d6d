import { type Feed, type FeedFormat, type FeedItem, feedAddress } from '../feed';
import { element, plainElement, xmlDocument } from '../xml';

/** RSS 2.0 with the modules that feed readers know: Atom links, Dublin Core, content and Media RSS. */
export const rss: FeedFormat = { file: 'feed.xml', contentType: 'application/rss+xml', write: rssOf };

function rssOf(feed: Feed): string {
  const channel = element('channel', [
    plainElement('title', feed.title),
    element('link', feed.page),
    plainElement('description', feed.description),
    element('language', 'bn'),
    element('lastBuildDate', rfc822(feed.updatedAt)),
    element('atom:link', '', { rel: 'self', type: rss.contentType, href: feedAddress(feed.page, rss) }),
    ...(feed.hub ? [element('atom:link', '', { rel: 'hub', href: feed.hub })] : []),
    // The standard requires the same title and link as the channel's.
    element('image', [
      element('url', feed.icon),
      plainElement('title', feed.title),
      element('link', feed.page),
      element('width', '144'),
      element('height', '144'),
    ]),
    ...feed.items.map(item),
  ]);
  return xmlDocument(
    element('rss', [channel], {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
    }),
  );
}

function item(story: FeedItem): string {
  const { picture } = story;
  return element('item', [
    plainElement('title', story.headline),
    element('link', story.address),
    element('guid', story.id, { isPermaLink: 'false' }),
    element('pubDate', rfc822(story.publishedAt)),
    ...story.by.map((name) => plainElement('dc:creator', name)),
    ...story.about.map((name) => plainElement('category', name)),
    element('description', asHtml(story.summary)),
    ...(story.html === undefined ? [] : [element('content:encoded', story.html)]),
    // Feed readers read one; its length is required, and 0 if unknown.
    ...(story.media ?? [])
      .slice(0, 1)
      .map(({ address, type, bytes }) =>
        element('enclosure', '', { url: address, length: String(bytes ?? 0), type }),
      ),
    ...(picture
      ? [
          element('media:content', picture.alt ? [plainElement('media:description', picture.alt)] : '', {
            url: picture.address,
            medium: 'image',
            type: picture.type,
            width: picture.width,
            height: picture.height,
          }),
        ]
      : []),
  ]);
}

/** The standard treats a description as HTML, where a `<` of a standfirst would start a tag. */
const asHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As in `Tue, 24 Nov 2026 06:00:00 GMT`. */
const rfc822 = (at: Date) => at.toUTCString();
