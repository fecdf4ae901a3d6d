import { element, xmlDocument, xmlText } from './xml';

export interface Embedded {
  address: string;
  headline: string;
  by: string;
  siteName: string;
  site: string;
  picture: { address: string; width: number; height: number };
}

/** The path of a story in an address of ours, as in `/sports/7`; null for what is not ours or no story. */
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

/** oEmbed 1.0, type `rich`: a quotation with the headline and a link, which needs no script anywhere. */
export function oembedOf(story: Embedded, maxWidth: number | undefined): Record<string, string | number> {
  const width = Math.min(600, maxWidth ?? 600);
  const link = `<a href="${xmlText(story.address)}">${xmlText(story.headline)}</a>`;
  return {
    version: '1.0',
    type: 'rich',
    title: story.headline,
    ...(story.by ? { author_name: story.by } : {}),
    provider_name: story.siteName,
    provider_url: `${story.site}/`,
    cache_age: 300,
    thumbnail_url: story.picture.address,
    thumbnail_width: story.picture.width,
    thumbnail_height: story.picture.height,
    html: `<blockquote lang="bn" cite="${xmlText(story.address)}"><p>${link}</p><p>${xmlText(story.siteName)}</p></blockquote>`,
    width,
    height: 160,
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
