import type { ChosenPicture } from '@/lib/pictures/chosen-picture';
import {
  isTemporaryFailure,
  pauses,
  postForm,
  sentenceIn,
  type UploadFailure,
  type UploadProgress,
  untilOnlineOr,
} from '../uploads/post-form.client';

/** The outcome of an upload: stored (or known already), or not. */
export type PictureOutcome = UploadedPicture | UploadFailure;

export interface UploadedPicture {
  kind: 'saved';
  picture: ChosenPicture;
  isKnown: boolean;
  missing: ('caption' | 'credit' | 'alt')[];
}

/** Sends one file to the library, again and again while it is the connection or the crowd that fails. */
export async function sendPicture(file: File, watch: UploadProgress = {}): Promise<PictureOutcome> {
  for (const pause of [...pauses, null]) {
    const body = new FormData();
    body.set('picture', file);
    const answer = await postForm('/api/pictures', body, watch);
    if (answer.status === 201) return { kind: 'saved', ...JSON.parse(answer.text) };
    if (!isTemporaryFailure(answer.status)) return { kind: 'refused', error: sentenceIn(answer.text) };
    if (pause === null || watch.signal?.aborted) break;
    watch.onRetry?.();
    await untilOnlineOr(pause * 1000);
  }
  return { kind: 'not-sent' };
}
