import { type Feed, type FeedFormat, type FeedItem, feedAddress } from '../feed';
import { element, xmlDocument } from '../xml';

/** Atom 1.0, RFC 4287. */
export const atom: FeedFormat = { file: 'feed.atom', contentType: 'application/atom+xml', write: atomOf };

function atomOf(feed: Feed): string {
  const self = feedAddress(feed.page, atom);
  return xmlDocument(
    element(
      'feed',
      [
        element('id', self),
        element('title', feed.title),
        element('subtitle', feed.description),
        element('updated', feed.updatedAt.toISOString()),
        element('icon', feed.icon),
        element('author', [element('name', feed.siteName)]),
        element('link', '', { rel: 'self', type: atom.contentType, href: self }),
        element('link', '', { rel: 'alternate', type: 'text/html', href: feed.page }),
        ...(feed.hub ? [element('link', '', { rel: 'hub', href: feed.hub })] : []),
        ...feed.items.map((story) => entry(story, feed.siteName)),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'bn' },
    ),
  );
}

function entry(story: FeedItem, siteName: string): string {
  const by = story.by.length > 0 ? story.by : [siteName];
  return element('entry', [
    element('id', story.id),
    element('title', story.headline),
    element('published', story.publishedAt.toISOString()),
    element('updated', story.updatedAt.toISOString()),
    element('link', '', { rel: 'alternate', type: 'text/html', href: story.address }),
    ...(story.media ?? []).map(({ address, type, bytes }) =>
      element('link', '', {
        rel: 'enclosure',
        type,
        href: address,
        ...(bytes === null ? {} : { length: String(bytes) }),
      }),
    ),
    ...by.map((name) => element('author', [element('name', name)])),
    ...story.about.map((name) => element('category', '', { term: name })),
    element('summary', story.summary, { type: 'text' }),
    ...(story.html === undefined ? [] : [element('content', story.html, { type: 'html' })]),
  ]);
}
