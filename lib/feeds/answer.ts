import { type Fed, feedAddress } from './feed';
import { feedFormatOf } from './formats/formats';
import { readFeed, readTopicInstead } from './reading';

/** The response to a request for a feed; `file` is the last segment of its path. */
export async function feedAnswer(fed: Fed, file: string): Promise<Response> {
  const format = feedFormatOf(file);
  if (!format) return nothingHere();
  const found = await readFeed(fed);
  if (!found) {
    const other = fed.kind === 'topic' ? await readTopicInstead(fed.slug) : null;
    return other === null
      ? nothingHere()
      : movedTo(feedAddress(`/topic/${encodeURIComponent(other)}`, format));
  }
  return machineAnswer(format.write(found.feed), format.contentType, found.tags);
}

/** A response for machines, and the tags under which the edge server caches it. */
export function machineAnswer(body: string, type: string, tags: readonly string[]): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      // Headers are ASCII only, and topics have Bengali slugs.
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
