import { env } from '@/lib/env';
import { kindPlayedHere, mediaTypeOf } from '@/lib/media/media-file';
import { mediaBytes } from '@/lib/media/media-store';
import { wholeAddress } from './address';
import type { FeedMedium } from './feed';

interface FeedMedia {
  audio: string;
  audioSeconds: number | null;
  video: string;
  videoSeconds: number | null;
}

/** A story's files for feed readers: ours and those of our hosts, never a page elsewhere. */
export async function feedMediaOf(story: FeedMedia | undefined, site: string): Promise<FeedMedium[]> {
  if (!story) return [];
  const all = [
    { address: story.audio, seconds: story.audioSeconds },
    { address: story.video, seconds: story.videoSeconds },
  ];
  const ours = all.filter(({ address }) => kindPlayedHere(address) !== null);
  return Promise.all(
    ours.map(async ({ address, seconds }) => ({
      address: wholeAddress(address, site),
      type: mediaTypeOf(new URL(address, site).pathname) ?? '',
      bytes: await mediaBytes(env().MEDIA_DIR, address),
      seconds,
    })),
  );
}
