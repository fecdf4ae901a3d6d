import { kindPlayedHere } from '@/lib/media/media-file';

/** A file of our media folder that is no sound where a sound belongs, or no film where a film does. */
export function isOfOtherKind(address: string, kind: 'audio' | 'video'): boolean {
  return address.startsWith('/media/') && kindPlayedHere(address) !== kind;
}
