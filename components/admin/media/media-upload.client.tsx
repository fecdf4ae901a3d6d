'use client';

import { useEffect, useRef, useState } from 'react';
import { FieldFrame } from '@/components/ui/field-frame';
import { useWarningBeforeLeaving } from '@/components/ui/use-warning-before-leaving.client';
import type { MediaKind } from '@/lib/media/media-kinds';
import type { Say } from '@/lib/site/labels';
import { acceptedExtensions } from './send-media.client';
import { type MediaSending, useMediaSending } from './use-media-sending.client';

interface MediaUploadProps {
  kind: MediaKind;
  /** The size limit of one file, with script. */
  maxMegabytes: number;
  error: string | undefined;
  say: Say;
}

/** Without script the whole form is one body, of which the edge server takes 25 MB. */
const PLAIN_MEGABYTES = 20;

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
          accept={acceptedExtensions[kind]}
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
      {outcome?.kind === 'saved' && <span className="pill pill--ok">{say('media.saved')}</span>}
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
