/** Where an embed's card leads: a known site, a sound or film file, or any other page. */
export const embedProviders = ['youtube', 'facebook', 'x', 'audio', 'video', 'link'] as const;
export type EmbedProvider = (typeof embedProviders)[number];

const siteHosts: readonly (readonly [RegExp, EmbedProvider])[] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/, 'youtube'],
  [/(?:^|\.)(?:facebook\.com|fb\.watch|fb\.com)$/, 'facebook'],
  [/(?:^|\.)(?:x\.com|twitter\.com)$/, 'x'],
];

/** The known site at whose host an address lies; by the parsed host, as `https://youtube.com@other.example` is other.example's. */
export function siteOfAddress(url: URL): EmbedProvider | undefined {
  return siteHosts.find(([host]) => host.test(url.hostname))?.[1];
}

/** The provider that a document claims, if its address bears it out; a site's name over another host becomes a plain link. */
export function provenProvider(claimed: EmbedProvider, address: string): EmbedProvider {
  if (claimed === 'audio' || claimed === 'video' || claimed === 'link') return claimed;
  const url = URL.parse(address);
  return url && siteOfAddress(url) === claimed ? claimed : 'link';
}
