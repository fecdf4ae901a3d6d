import { kindPlayedHere } from '@/lib/media/media-file';

/** A file of our media folder that is not audio in the audio field, or not video in the video field. */
export function isOfOtherKind(address: string, kind: 'audio' | 'video'): boolean {
  return address.startsWith('/media/') && kindPlayedHere(address) !== kind;
}
