import { kindPlayedHere } from '@/lib/media/media-file';

/** Audio or video that belongs to a story, as its page shows it. */
export interface Medium {
  address: string;
  /** Its duration; null if unknown. */
  seconds: number | null;
  /**
   * Whether it plays on our own page; otherwise the page only links to it and sends that site no request before a
   * click.
   */
  isPlayed: boolean;
  /** The name of the site that hosts it, if not ours. */
  house: string;
  /** The embeddable address at the other site, for machines; null if unknown. */
  embedAddress: string | null;
  /** Caption and credit from the media library; `''` if there are none. */
  caption: string;
  credit: string;
  /** What a video shows before it plays: its own poster, or else the story's picture. */
  poster: string | null;
  /** The address of a video's captions; null if it has none. */
  subtitles: string | null;
}

/** The media library's texts for a file. */
type MediumDetails = { [Word in 'caption' | 'credit' | 'poster' | 'subtitles']?: string | null | undefined };

/** Null for no address at all. */
export function mediumAt(
  address: string,
  seconds: number | null,
  details: MediumDetails = {},
): Medium | null {
  if (address === '') return null;
  const isPlayed = kindPlayedHere(address) !== null;
  const url = URL.parse(address);
  return {
    address,
    seconds,
    isPlayed,
    house: isPlayed || !url ? '' : (houseNamed(url.hostname) ?? url.hostname.replace(/^www\./, '')),
    embedAddress: isPlayed || !url ? null : embedAddressOf(url),
    caption: details.caption ?? '',
    credit: details.credit ?? '',
    poster: details.poster ?? null,
    subtitles: details.subtitles ?? null,
  };
}

function houseNamed(host: string): string | undefined {
  if (/(?:^|\.)(?:youtube\.com|youtu\.be)$/.test(host)) return 'YouTube';
  if (/(?:^|\.)(?:facebook\.com|fb\.watch)$/.test(host)) return 'Facebook';
  return undefined;
}

function embedAddressOf(url: URL): string | null {
  const house = houseNamed(url.hostname);
  if (house === 'Facebook')
    return `https://www.facebook.com/plugins/video.php?href=${encodeURIComponent(url.href)}`;
  if (house !== 'YouTube') return null;
  const id = /^\/(?:embed\/|shorts\/|live\/)?([\w-]{6,20})$/.exec(url.pathname)?.[1];
  const named = url.searchParams.get('v') ?? (id === 'watch' ? undefined : id);
  return named && /^[\w-]{6,20}$/.test(named) ? `https://www.youtube.com/embed/${named}` : null;
}
