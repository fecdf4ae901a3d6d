'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, useActionState, useCallback, useState } from 'react';
import { useSay } from '@/components/admin/desk/words.client';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import type { FormState } from '@/lib/forms/form-state';
import { isSettled, type Upload, useUploads } from '../pictures/upload-queue.client';
import { kindByName, type MediaOutcome, offeredMedia, sendMedia } from './send-media.client';

/** What became of one file: its address, or the sentence why there is none. */
export interface SentMedia {
  name: string;
  address?: string;
  error?: string;
}

export interface MediaAddAnswer extends FormState {
  sent: SentMedia[];
}

interface Props {
  action: (state: MediaAddAnswer, form: FormData) => Promise<MediaAddAnswer>;
  /** What one file may have, with script. */
  maxMegabytes: number;
}

/**
 * Sounds and films into the library, several at once. A plain form does it; with script each goes by itself and in
 * pieces, and goes on where it was when the connection has failed.
 */
export function MediaAdd({ action, maxMegabytes }: Props) {
  const say = useSay();
  const router = useRouter();
  const [state, send] = useActionState(action, { values: {}, errors: {}, sent: [] });
  const [isOver, setIsOver] = useState(false);
  const [isNothingChosen, setIsNothingChosen] = useState(false);
  const faultOf = useCallback(
    ({ name, size }: File) => {
      if (kindByName(name) === null) return say('media.refused.media-kind');
      return size > maxMegabytes * 1024 * 1024
        ? say('media.refused.media-too-heavy', { max: maxMegabytes })
        : null;
    },
    [say, maxMegabytes],
  );
  const { uploads, add, retry } = useUploads<MediaOutcome>({
    faultOf,
    send: (file, watch) => sendMedia(file, kindByName(file.name) ?? 'audio', watch),
    onDone: () => router.refresh(),
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const input = form.elements.namedItem('media') as HTMLInputElement;
    const files = [...(input.files ?? [])];
    setIsNothingChosen(files.length === 0);
    add(files);
    form.reset();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    add([...event.dataTransfer.files]);
  };
  const error = isNothingChosen ? say('mediaLibrary.noneChosen') : state.errors.media;

  return (
    <section className="panel lib__upload" aria-labelledby="add-media">
      <h2 id="add-media">{say('mediaLibrary.add')}</h2>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <form
        action={send}
        onSubmit={submit}
        className={isOver ? 'lib__drop is-over' : 'lib__drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <div className="field">
          <label className="label" htmlFor="media">
            {say('mediaLibrary.files')}
          </label>
          <input
            className="input"
            id="media"
            name="media"
            type="file"
            multiple
            accept={`${offeredMedia.audio},${offeredMedia.video}`}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'media-error media-hint' : 'media-hint'}
          />
          <p className="hint" id="media-hint">
            <span>
              {say('mediaLibrary.filesHint', { max: maxMegabytes })}{' '}
              <noscript>{say('pictures.filesHintPlain')}</noscript>
              <span className="only-script">{say('pictures.drop')}</span>
            </span>
          </p>
          {error && (
            <p className="err" id="media-error">
              <Icon name="warning" />
              {error}
            </p>
          )}
        </div>
        <Button kind="ink" icon="plus">
          {say('pictures.send')}
        </Button>
      </form>
      {uploads.length > 0 && (
        <div>
          <p className="meta" role="status">
            {say('pictures.progress', {
              done: uploads.filter((upload) => isSettled(upload.state)).length,
              total: uploads.length,
            })}
          </p>
          <ul className="sent">
            {uploads.map((upload) => (
              <li key={upload.key}>
                <b className="sent__name">{upload.file.name}</b>
                <Progress upload={upload} retry={() => retry(upload)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.sent.length > 0 && (
        <div role="status">
          <h3 className="lib__sent">{say('pictures.sent')}</h3>
          <ul className="sent">
            {state.sent.map((sent) => (
              <li key={`${sent.name} ${sent.address ?? sent.error}`}>
                <b className="sent__name">{sent.name}</b>
                <Outcome address={sent.address} error={sent.error} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Progress({ upload, retry }: { upload: Upload<MediaOutcome>; retry: () => void }) {
  const say = useSay();
  const { state, percent, outcome, file } = upload;
  if (!isSettled(state))
    return (
      <>
        <progress max={100} value={percent} aria-label={file.name} />
        <span className="meta">
          {state === 'waiting'
            ? say('pictures.waiting')
            : state === 'retrying'
              ? say('pictures.retrying')
              : say('pictures.sending', { percent })}
        </span>
      </>
    );
  if (outcome?.kind === 'kept') return <Outcome address={outcome.address} />;
  if (outcome?.kind === 'refused') return <Outcome error={outcome.error || say('form.serverError')} />;
  return (
    <>
      <Outcome error={say('pictures.notSent')} />
      <button type="button" className="btn" onClick={retry}>
        {say('pictures.tryAgain')}
        <span className="vh"> {file.name}</span>
      </button>
    </>
  );
}

function Outcome({ address, error }: { address?: string | undefined; error?: string | undefined }) {
  const say = useSay();
  if (!address)
    return (
      <span className="err">
        <Icon name="warning" />
        {error}
      </span>
    );
  return (
    <>
      <span className="pill pill--ok">{say('mediaLibrary.kept')}</span>
      <a className="sent__open" href={address.replace('/media/', '/admin/media/')}>
        {say('mediaLibrary.open')}
      </a>
    </>
  );
}
