import { randomId } from '@/components/ui/random-id';
import {
  isTemporaryFailure,
  pauses,
  postForm,
  sentenceIn,
  type UploadFailure,
  type UploadProgress,
  untilOnlineOr,
} from '../uploads/post-form.client';
import { secondsOf } from './seconds-of.client';

/** What became of a sound or film: its address, a sentence why not, or not delivered for want of a connection. */
export type MediaOutcome = UploadedMedia | UploadFailure;

export interface UploadedMedia {
  kind: 'saved';
  address: string;
  seconds: number | null;
}

/** As lib/media/media-kinds.ts has them: only what the browser offers first, the server looks for itself. */
export const acceptedExtensions = { audio: '.mp3,.m4a,.ogg,.opus,.wav', video: '.mp4,.webm' } as const;

/** By the end of its name; null for what browsers do not play. */
export function kindByName(name: string): 'audio' | 'video' | null {
  const end = name.slice(name.lastIndexOf('.')).toLowerCase();
  if (acceptedExtensions.video.split(',').includes(end)) return 'video';
  return acceptedExtensions.audio.split(',').includes(end) ? 'audio' : null;
}

/** Below what the edge server lets through in one body, and little enough to be sent again after a line broke. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** Sends one file in pieces, and goes on from where the server has it whenever it is the connection that fails. */
export async function sendMedia(
  file: File,
  medium: 'audio' | 'video',
  watch: UploadProgress,
): Promise<MediaOutcome> {
  const seconds = await secondsOf(medium, file);
  const upload = randomId(16);
  let at = 0;
  let failures = 0;
  for (;;) {
    const body = new FormData();
    const fields = {
      kind: medium,
      upload,
      name: file.name,
      at: String(at),
      total: String(file.size),
      seconds: String(seconds ?? ''),
    };
    for (const [name, text] of Object.entries(fields)) body.set(name, text);
    const begin = at;
    const piece = file.slice(begin, begin + PIECE_BYTES);
    body.set('piece', piece);
    const answer = await postForm('/api/media', body, {
      ...watch,
      onProgress: (percent) =>
        watch.onProgress?.(Math.floor((begin * 100 + piece.size * percent) / Math.max(1, file.size))),
    });
    if (answer.status === 200) {
      const { at: here, address } = JSON.parse(answer.text) as { at: number; address: string | null };
      if (address !== null) return { kind: 'saved', address, seconds };
      if (here !== begin) failures = 0;
      at = here;
      if (here !== begin) continue;
    } else if (!isTemporaryFailure(answer.status)) return { kind: 'refused', error: sentenceIn(answer.text) };
    const pause = pauses[failures];
    if (pause === undefined || watch.signal?.aborted) return { kind: 'not-sent' };
    failures += 1;
    watch.onRetry?.();
    await untilOnlineOr(pause * 1000);
  }
}
