'use client';

import { formatDuration } from '@barta/bengali/durations';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { FieldFrame } from '@/components/ui/field-frame';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import type { MediaKind } from '@/lib/media/media-kinds';
import type { Say } from '@/lib/site/labels';
import { type MediaOutcome, offeredMedia, sendMedia } from './send-media.client';

interface MediaUploadProps {
  kind: MediaKind;
  /** The size limit of one file, with script. */
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
 * The audio or video file of a story, whose address stands in the field above. With script it is uploaded at once, in
 * pieces, and its address and duration are filled in; without, it is sent with the story's form.
 */
export function MediaUpload({ kind, maxMegabytes, error, say }: MediaUploadProps) {
  const name = `${kind}File`;
  const input = useRef<HTMLInputElement>(null);
  const { sending, upload } = useMediaSending({ kind, maxMegabytes, say }, input);
  const [isScripted, setScripted] = useState(false);

  const uploadChosen = () => {
    const file = input.current?.files?.[0];
    // The story's form must not send it as well.
    if (input.current) input.current.value = '';
    if (file) upload(file);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before this script ran
  useEffect(() => {
    setScripted(true);
    uploadChosen();
  }, []);
  const outcome = sending?.outcome;
  const isBusy = sending !== null && !outcome;
  useWarningBeforeLeaving(isBusy);

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
          onChange={isScripted ? uploadChosen : undefined}
          aria-invalid={frame.error ? true : undefined}
          aria-describedby={frame.error ? `${name}-error ${name}-hint` : `${name}-hint`}
        />
      </FieldFrame>
      {sending && <SendingStatus sending={sending} retry={() => upload(sending.file)} say={say} />}
    </>
  );
}

/** Uploads a file, and fills in its address and duration once it is stored. */
function useMediaSending(
  { kind, maxMegabytes, say }: Pick<MediaUploadProps, 'kind' | 'maxMegabytes' | 'say'>,
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
    if (outcome.kind !== 'kept') return;
    fillIn(input.current?.form, kind, outcome.address);
    if (outcome.seconds !== null)
      fillIn(input.current?.form, `${kind}Seconds`, formatDuration(outcome.seconds));
  }

  return { sending, upload: (file: File) => void send(file).catch(console.error) };
}

function SendingStatus({
  sending: { file, percent, isRetrying, outcome },
  retry,
  say,
}: {
  sending: MediaSending;
  retry: () => void;
  say: Say;
}) {
  return (
    <div className="sent" role="status">
      <b className="font-medium flex-[1_1_12rem] min-w-0 wrap-anywhere">{file.name}</b>
      {outcome === null && (
        <>
          <progress className="w-36 h-2 accent-ink" max={100} value={percent} aria-label={file.name} />
          <span className="meta">
            {isRetrying ? say('pictures.retrying') : say('pictures.sending', { percent: percent })}
          </span>
        </>
      )}
      {outcome?.kind === 'kept' && <span className="pill pill--ok">{say('media.kept')}</span>}
      {outcome?.kind === 'not-sent' && (
        <>
          <span className="err mt-0">{say('pictures.notSent')}</span>
          <button type="button" className="btn" onClick={retry}>
            {say('pictures.tryAgain')}
          </button>
        </>
      )}
    </div>
  );
}

/** Fills in a field of the story's form as if it had been typed, so that the autosaver notices. */
function fillIn(form: HTMLFormElement | null | undefined, name: string, text: string): void {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
