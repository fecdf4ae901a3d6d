import { kindPlayedHere } from '@/lib/media/media-file';

/** A sound or film that goes with a story, as its page prints it. */
export interface Medium {
  address: string;
  /** How long it lasts; null: not known. */
  seconds: number | null;
  /** It plays on our own page; else the page leads there, and asks that house nothing before. */
  isPlayed: boolean;
  /** Whose it is, if not ours. */
  house: string;
  /** Where the other house lets it be shown inside another page, for machines; null where nobody knows. */
  embedAddress: string | null;
  /** What it shows and whose it is, as the library of sounds and films says; `''`: nothing. */
  caption: string;
  credit: string;
  /** What a film shows until it is played: its own picture, or else the story's. */
  poster: string | null;
  /** Where a film's captions lie; null where it has none. */
  subtitles: string | null;
}

/** What the library says of a file. */
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
