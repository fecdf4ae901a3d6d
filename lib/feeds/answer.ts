import { atomOf } from './atom';
import { type FeedFormat, feedAddress, feedTypes } from './feed';
import { jsonFeedOf } from './json-feed';
import { type Fed, readFeed, readTopicInstead } from './reading';
import { rssOf } from './rss';

const written = { rss: rssOf, atom: atomOf, json: jsonFeedOf };

/** The whole answer of a feed's route. */
export async function feedAnswer(fed: Fed, format: FeedFormat): Promise<Response> {
  const found = await readFeed(fed);
  if (!found) {
    const other = fed.kind === 'topic' ? await readTopicInstead(fed.slug) : null;
    return other === null
      ? nothingHere()
      : movedTo(feedAddress(`/topic/${encodeURIComponent(other)}`, format));
  }
  return machineAnswer(written[format](found.feed), feedTypes[format], found.tags);
}

/** What a machine reads, and what it shows: the edge server remembers it by these tags. */
export function machineAnswer(body: string, type: string, tags: readonly string[]): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      // A header holds ASCII only, and topics have Bengali slugs.
      'x-page-tags': tags.map(encodeURIComponent).join(' '),
    },
  });
}

function movedTo(location: string): Response {
  return new Response(null, { status: 301, headers: { location } });
}

export function nothingHere(): Response {
  return new Response('Not found', { status: 404 });
}
