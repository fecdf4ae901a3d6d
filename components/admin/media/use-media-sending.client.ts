'use client';

import { formatDuration } from '@barta/bengali/durations';
import { type RefObject, useState } from 'react';
import type { MediaKind } from '@/lib/media/media-kinds';
import type { Say } from '@/lib/site/labels';
import { type MediaOutcome, sendMedia } from './send-media.client';

export interface MediaSending {
  file: File;
  percent: number;
  isRetrying: boolean;
  outcome: MediaOutcome | null;
}

interface MediaSendingOptions {
  kind: MediaKind;
  maxMegabytes: number;
  say: Say;
}

/** Uploads a file, and fills in its address and duration once it is stored. */
export function useMediaSending(
  { kind, maxMegabytes, say }: MediaSendingOptions,
  input: RefObject<HTMLInputElement | null>,
) {
  const [sending, setSending] = useState<MediaSending | null>(null);

  async function send(file: File): Promise<void> {
    const change = (to: Partial<MediaSending>) => setSending((before) => before && { ...before, ...to });
    setSending({ file, percent: 0, isRetrying: false, outcome: null });
    if (file.size > maxMegabytes * 1024 * 1024)
      return change({
        outcome: { kind: 'refused', error: say('media.refused.media-too-heavy', { max: maxMegabytes }) },
      });
    const outcome = await sendMedia(file, kind, {
      onProgress: (percent) => change({ percent, isRetrying: false }),
      onRetry: () => change({ isRetrying: true }),
    });
    change({ outcome });
    if (outcome.kind !== 'saved') return;
    fillIn(input.current?.form, kind, outcome.address);
    if (outcome.seconds !== null)
      fillIn(input.current?.form, `${kind}Seconds`, formatDuration(outcome.seconds));
  }

  return { sending, upload: (file: File) => void send(file).catch(console.error) };
}

/** Fills in a field of the story's form as if it had been typed, so that the autosaver notices. */
function fillIn(form: HTMLFormElement | null | undefined, name: string, text: string): void {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
