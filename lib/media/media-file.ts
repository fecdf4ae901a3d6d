import { env } from '@/lib/env';
import { type MediaKind, mediaEnds } from './media-kinds';

/** The types that browsers play, by file extension. */
const types: Readonly<Record<string, `${MediaKind}/${string}`>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** Files that the media folder serves besides pictures. The pattern has no `/`, so no path can leave the folder. */
const FILE_NAME = new RegExp(`^[a-z0-9][a-z0-9-]{0,120}\\.(${Object.values(mediaEnds).flat().join('|')})$`);

export function isMediaFile(file: string): boolean {
  return FILE_NAME.test(file);
}

/** The MIME type by a file's extension, such as `video/mp4`; undefined if it is neither audio nor video. */
export function mediaTypeOf(address: string): `${MediaKind}/${string}` | undefined {
  return types[/\.([a-z0-9]{3,4})$/.exec(address.toLowerCase())?.[1] ?? ''];
}

/**
 * The kind of audio or video that plays on our own pages: a file of the media folder, or of a host in MEDIA_HOSTS.
 * Null for other sites, which get no request before a click.
 */
export function kindPlayedHere(address: string): MediaKind | null {
  const path = /^\/media\/([^/]+)$/.exec(address)?.[1];
  const url = path === undefined ? URL.parse(address) : null;
  const isOurs =
    path === undefined ? url !== null && env().MEDIA_HOSTS.includes(url.origin) : isMediaFile(path);
  if (!isOurs) return null;
  const type = mediaTypeOf(url?.pathname ?? address);
  return type ? (type.slice(0, 5) as MediaKind) : null;
}
