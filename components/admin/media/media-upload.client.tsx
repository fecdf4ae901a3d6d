'use client';

import { formatDuration } from '@barta/bengali/durations';
import { useEffect, useRef, useState } from 'react';
import { FieldFrame } from '@/components/ui/field-frame';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import type { MediaKind } from '@/lib/media/media-kinds';
import type { Say } from '@/lib/site/labels';
import { type MediaOutcome, offeredMedia, sendMedia } from './send-media.client';

interface MediaUploadProps {
  kind: MediaKind;
  /** What one file may have, with script. */
  maxMegabytes: number;
  error: string | undefined;
  say: Say;
}

/** Without script the whole form is one body, of which the edge server takes 25 MB. */
const PLAIN_MEGABYTES = 20;

interface MediaSending {
  file: File;
  percent: number;
  isRetrying: boolean;
  outcome: MediaOutcome | null;
}

/**
 * The file of a story's sound or film, whose address stands in the field above. With script it goes up at once, in
 * pieces, and its address and length are put in; without, the story's own form takes it along.
 */
export function MediaUpload({ kind, maxMegabytes, error, say }: MediaUploadProps) {
  const name = `${kind}File`;
  const input = useRef<HTMLInputElement>(null);
  const [isScripted, setScripted] = useState(false);
  const [sending, setSending] = useState<MediaSending | null>(null);

  const take = async (file: File) => {
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
    if (outcome.kind !== 'kept') return;
    put(input.current?.form, kind, outcome.address);
    if (outcome.seconds !== null) put(input.current?.form, `${kind}Seconds`, formatDuration(outcome.seconds));
  };
  const takeChosen = () => {
    const file = input.current?.files?.[0];
    // The story's form is not to take it along as well.
    if (input.current) input.current.value = '';
    if (file) take(file).catch(console.error);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before this script was there
  useEffect(() => {
    setScripted(true);
    takeChosen();
  }, []);
  const isBusy = sending !== null && sending.outcome === null;
  useWarningBeforeLeaving(isBusy);

  const { outcome } = sending ?? {};
  const refusal = outcome?.kind === 'refused' ? outcome.error || say('form.serverError') : undefined;
  const frame = {
    name,
    label: say(`media.${kind}File`),
    hint: say(isScripted ? 'media.fileHint' : 'media.fileHintPlain', {
      max: isScripted ? maxMegabytes : PLAIN_MEGABYTES,
    }),
    error: outcome ? refusal : error,
  };
  return (
    <>
      <FieldFrame {...frame}>
        <input
          ref={input}
          className="input"
          id={name}
          name={isScripted ? undefined : name}
          type="file"
          accept={offeredMedia[kind]}
          disabled={isBusy}
          onChange={isScripted ? takeChosen : undefined}
          aria-invalid={frame.error ? true : undefined}
          aria-describedby={frame.error ? `${name}-error ${name}-hint` : `${name}-hint`}
        />
      </FieldFrame>
      {sending && (
        <div className="sent" role="status">
          <b className="font-medium flex-[1_1_12rem] min-w-0 wrap-anywhere">{sending.file.name}</b>
          {isBusy && (
            <>
              <progress
                className="w-36 h-2 accent-ink"
                max={100}
                value={sending.percent}
                aria-label={sending.file.name}
              />
              <span className="meta">
                {sending.isRetrying
                  ? say('pictures.retrying')
                  : say('pictures.sending', { percent: sending.percent })}
              </span>
            </>
          )}
          {outcome?.kind === 'kept' && <span className="pill pill--ok">{say('media.kept')}</span>}
          {outcome?.kind === 'not-sent' && (
            <>
              <span className="err mt-0">{say('pictures.notSent')}</span>
              <button type="button" className="btn" onClick={() => take(sending.file).catch(console.error)}>
                {say('pictures.tryAgain')}
              </button>
            </>
          )}
        </div>
      )}
    </>
  );
}

/** Into a field of the story's form, as if it had been typed: what keeps drafts hears of it. */
function put(form: HTMLFormElement | null | undefined, name: string, text: string): void {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
