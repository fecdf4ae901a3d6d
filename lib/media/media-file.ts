import { env } from '@/lib/env';
import { type MediaKind, mediaEnds } from './media-kinds';

/** The kinds that browsers play, by the end of the name. */
const types: Readonly<Record<string, `${MediaKind}/${string}`>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** What the media folder may be asked for besides pictures. Nothing with a `/`, so no path can leave the folder. */
const FILE_NAME = new RegExp(`^[a-z0-9][a-z0-9-]{0,120}\\.(${Object.values(mediaEnds).flat().join('|')})$`);

export function isMediaFile(file: string): boolean {
  return FILE_NAME.test(file);
}

/** `video/mp4` and so on, by the end of a file's name or address; undefined for what is neither sound nor film. */
export function mediaTypeOf(address: string): `${MediaKind}/${string}` | undefined {
  return types[/\.([a-z0-9]{3,4})$/.exec(address.toLowerCase())?.[1] ?? ''];
}

/**
 * The kind of a sound or film that plays on our own pages: a file of the media folder, or of a host that MEDIA_HOSTS
 * names. Null for what stands elsewhere, which readers' browsers ask nothing before a click.
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
