import { type EmbedProvider, siteOfAddress } from '@/lib/stories/body/embed-providers';

/** An item of a text that becomes a block of ours. */
export type BodyItem =
  | { kind: 'picture'; attachment: number | null; src: string; alt: string; caption: string }
  | { kind: 'gallery'; attachments: readonly number[] | null; pictures: readonly BodyItem[]; caption: string }
  | { kind: 'embed'; provider: EmbedProvider; url: string; title: string };

/** Sites whose frames become a plain card that links to the page. */
const linkedHosts = [
  /(?:^|\.)(?:vimeo\.com|dailymotion\.com|soundcloud\.com|instagram\.com|tiktok\.com|spotify\.com|ted\.com)$/,
  /^(?:www\.|maps\.)?google\.com$/,
];

/** The page behind a frame's address, or an address alone on a line, if its site is known; else null. */
export function embedOf(address: string, title = ''): BodyItem | null {
  const url = URL.parse(address.trim().replace(/^\/\//, 'https://'));
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  const provider =
    siteOfAddress(url) ?? (linkedHosts.some((host) => host.test(url.hostname)) ? 'link' : null);
  if (!provider) return null;
  if (url.hostname.endsWith('google.com') && !url.pathname.startsWith('/maps')) return null;
  return { kind: 'embed', provider, url: pageOf(url, provider), title };
}

/** Audio or video, wherever it is stored. */
export function mediumOf(address: string, provider: 'audio' | 'video', title = ''): BodyItem | null {
  const url = URL.parse(address.trim().replace(/^\/\//, 'https://'), 'https://here.invalid');
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  return embedOf(address, title) ?? { kind: 'embed', provider, url: address.trim(), title };
}

/** Frames have addresses of their own; readers are sent to the page. */
function pageOf(url: URL, provider: EmbedProvider): string {
  const film = /^\/(?:embed|v|shorts)\/([\w-]{6,20})/.exec(url.pathname)?.[1];
  if (provider === 'youtube' && film) return `https://www.youtube.com/watch?v=${film}`;
  const postAddress = url.searchParams.get('href');
  if (
    provider === 'facebook' &&
    url.pathname.startsWith('/plugins/') &&
    postAddress &&
    URL.canParse(postAddress)
  )
    return new URL(postAddress).href;
  const vimeo = /^\/video\/(\d+)/.exec(url.pathname)?.[1];
  if (url.hostname === 'player.vimeo.com' && vimeo) return `https://vimeo.com/${vimeo}`;
  return url.href;
}
