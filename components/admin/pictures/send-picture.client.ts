import type { ChosenPicture } from '@/lib/pictures/chosen-picture';
import {
  isPassing,
  type NotKept,
  pauses,
  postForm,
  sentenceIn,
  untilOnlineOr,
  type Watch,
} from '../uploads/post-form.client';

/** What became of a picture: kept (or known), or not. */
export type PictureOutcome = KeptPicture | NotKept;

export interface KeptPicture {
  kind: 'kept';
  picture: ChosenPicture;
  isKnown: boolean;
  missing: ('caption' | 'credit' | 'alt')[];
}

/** Sends one file to the library, again and again while it is the connection or the crowd that fails. */
export async function sendPicture(file: File, watch: Watch = {}): Promise<PictureOutcome> {
  for (const pause of [...pauses, null]) {
    const body = new FormData();
    body.set('picture', file);
    const answer = await postForm('/api/pictures', body, watch);
    if (answer.status === 201) return { kind: 'kept', ...JSON.parse(answer.text) };
    if (!isPassing(answer.status)) return { kind: 'refused', error: sentenceIn(answer.text) };
    if (pause === null || watch.signal?.aborted) break;
    watch.onRetry?.();
    await untilOnlineOr(pause * 1000);
  }
  return { kind: 'not-sent' };
}
