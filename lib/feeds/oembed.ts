import { element, xmlDocument, xmlText } from './xml';

export interface Embedded {
  address: string;
  headline: string;
  by: string;
  siteName: string;
  site: string;
  picture: { address: string; width: number; height: number };
}

/** The maximum size in pixels; undefined: no limit. */
export interface Room {
  width: number | undefined;
  height: number | undefined;
}

/** The path of a story from an address of ours, as in `/sports/7`; null for another site or no story. */
export function storyIdInAddress(address: string, site: string): number | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.origin !== new URL(site).origin) return null;
  const named = /^(?:\/lite)?\/[a-z0-9-]+\/([1-9]\d{0,14})(?:\/[^/]*)?\/?$/.exec(url.pathname);
  return named ? Number(named[1]) : null;
}

/** oEmbed 1.0, type `rich`: a quotation with the headline and a link, without any script. */
export function oembedOf(story: Embedded, most: Room): Record<string, string | number> {
  const { picture } = story;
  const width = Math.min(600, most.width ?? 600);
  const height = Math.min(160, most.height ?? 160);
  // The standard applies the same limits to the thumbnail: a larger one is left out.
  const hasRoom =
    picture.width <= (most.width ?? picture.width) && picture.height <= (most.height ?? picture.height);
  const link = `<a href="${xmlText(story.address)}">${xmlText(story.headline)}</a>`;
  return {
    version: '1.0',
    type: 'rich',
    title: story.headline,
    ...(story.by ? { author_name: story.by } : {}),
    provider_name: story.siteName,
    provider_url: `${story.site}/`,
    cache_age: 300,
    ...(hasRoom && {
      thumbnail_url: picture.address,
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    }),
    html: `<blockquote lang="bn" cite="${xmlText(story.address)}"><p>${link}</p><p>${xmlText(story.siteName)}</p></blockquote>`,
    width,
    height,
  };
}

export function oembedXml(answer: Record<string, string | number>): string {
  return xmlDocument(
    element(
      'oembed',
      Object.entries(answer).map(([name, value]) => element(name, String(value))),
    ),
  );
}
