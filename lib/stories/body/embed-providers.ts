/** What an embed's card links to: a known site, an audio or video file, or any other page. */
export const embedProviders = ['youtube', 'facebook', 'x', 'audio', 'video', 'link'] as const;
export type EmbedProvider = (typeof embedProviders)[number];

const siteHosts: readonly (readonly [RegExp, EmbedProvider])[] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/, 'youtube'],
  [/(?:^|\.)(?:facebook\.com|fb\.watch|fb\.com)$/, 'facebook'],
  [/(?:^|\.)(?:x\.com|twitter\.com)$/, 'x'],
];

/**
 * The known site that an address belongs to. It uses the parsed host, because `https://youtube.com@other.example`
 * belongs to other.example.
 */
export function siteOfAddress(url: URL): EmbedProvider | undefined {
  return siteHosts.find(([host]) => host.test(url.hostname))?.[1];
}

/** The provider that a document claims, if the address matches; otherwise a plain link. */
export function provenProvider(claimed: EmbedProvider, address: string): EmbedProvider {
  if (claimed === 'audio' || claimed === 'video' || claimed === 'link') return claimed;
  const url = URL.parse(address);
  return url && siteOfAddress(url) === claimed ? claimed : 'link';
}
