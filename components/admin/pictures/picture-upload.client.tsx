'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, useActionState, useCallback, useState } from 'react';
import { useSay } from '@/components/admin/desk/words.client';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import type { FormState } from '@/lib/forms/form-state';
import type { Say } from '@/lib/site/labels';
import { fieldsIn } from './picture-grid';
import { type SendOutcome, sendFile } from './send-file.client';
import { isSettled, type Upload, useUploads } from './upload-queue.client';

/** What became of one file: its picture, or the sentence why there is none. */
export interface SentPicture {
  name: string;
  pictureId?: number;
  isKnown?: boolean;
  missing?: ('caption' | 'credit' | 'alt')[];
  error?: string;
}

export interface UploadAnswer extends FormState {
  sent: SentPicture[];
}

interface Props {
  action: (state: UploadAnswer, form: FormData) => Promise<UploadAnswer>;
  maxMegabytes: number;
}

const kinds = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff';

/**
 * Pictures into the library, several at once. A plain form does it; with script each file goes by itself, with its
 * own progress and its own answer, and goes again when the connection has failed.
 */
export function PictureUpload({ action, maxMegabytes }: Props) {
  const say = useSay();
  const router = useRouter();
  const [state, send] = useActionState(action, { values: {}, errors: {}, sent: [] });
  const [isOver, setIsOver] = useState(false);
  const [isNothingChosen, setIsNothingChosen] = useState(false);
  const tooHeavy = useCallback(
    ({ size }: File) =>
      size > maxMegabytes * 1024 * 1024
        ? say('pictures.refused.picture-too-heavy', { max: maxMegabytes })
        : null,
    [say, maxMegabytes],
  );
  const { uploads, add, retry } = useUploads<SendOutcome>({
    faultOf: tooHeavy,
    send: sendFile,
    onDone: () => router.refresh(),
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const input = form.elements.namedItem('pictures') as HTMLInputElement;
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
  const error = isNothingChosen ? say('pictures.refused.none') : state.errors.pictures;

  return (
    <section className="panel lib__upload" aria-labelledby="add-pictures">
      <h2 id="add-pictures">{say('pictures.add')}</h2>
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
          <label className="label" htmlFor="pictures">
            {say('pictures.files')}
          </label>
          <input
            className="input"
            id="pictures"
            name="pictures"
            type="file"
            multiple
            accept={kinds}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'pictures-error pictures-hint' : 'pictures-hint'}
          />
          <p className="hint" id="pictures-hint">
            <span>
              {say('pictures.filesHint', { max: maxMegabytes })}{' '}
              <noscript>{say('pictures.filesHintPlain')}</noscript>
              <span className="only-script">{say('pictures.drop')}</span>
            </span>
          </p>
          {error && (
            <p className="err" id="pictures-error">
              <Icon name="warning" />
              {error}
            </p>
          )}
        </div>
        <Button kind="ink" icon="plus">
          {say('pictures.send')}
        </Button>
      </form>
      {uploads.length > 0 && <Queue uploads={uploads} retry={retry} say={say} />}
      {state.sent.length > 0 && (
        <div role="status">
          <h3 className="lib__sent">{say('pictures.sent')}</h3>
          <ul className="sent">
            {state.sent.map((sent) => (
              <li key={`${sent.name} ${sent.pictureId ?? sent.error}`}>
                <b className="sent__name">{sent.name}</b>
                <Outcome {...sent} say={say} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Queue({
  uploads,
  retry,
  say,
}: {
  uploads: readonly Upload<SendOutcome>[];
  retry: (upload: Upload<SendOutcome>) => void;
  say: Say;
}) {
  const done = uploads.filter(({ state }) => isSettled(state)).length;
  return (
    <div>
      <h3 className="lib__sent">{say('pictures.sent')}</h3>
      <p className="meta" role="status">
        {say('pictures.progress', { done, total: uploads.length })}
      </p>
      <ul className="sent">
        {uploads.map((upload) => (
          <li key={upload.key}>
            <b className="sent__name">{upload.file.name}</b>
            {!isSettled(upload.state) && (
              <>
                <progress max={100} value={upload.percent} aria-label={upload.file.name} />
                <span className="meta">{waitingWord(upload, say)}</span>
              </>
            )}
            {upload.outcome?.kind === 'kept' && (
              <Outcome
                pictureId={upload.outcome.picture.id}
                isKnown={upload.outcome.isKnown}
                missing={upload.outcome.missing}
                say={say}
              />
            )}
            {upload.outcome?.kind === 'refused' && isSettled(upload.state) && (
              <Outcome error={upload.outcome.error || say('form.serverError')} say={say} />
            )}
            {upload.state === 'not-sent' && (
              <>
                <Outcome error={say('pictures.notSent')} say={say} />
                <button type="button" className="btn" onClick={() => retry(upload)}>
                  {say('pictures.tryAgain')}
                  <span className="vh"> {upload.file.name}</span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function waitingWord({ state, percent }: Upload<SendOutcome>, say: Say): string {
  if (state === 'sending') return say('pictures.sending', { percent });
  if (state === 'making') return say('pictures.making');
  return say(state === 'retrying' ? 'pictures.retrying' : 'pictures.waiting');
}

function Outcome({ pictureId, isKnown, missing = [], error, say }: Omit<SentPicture, 'name'> & { say: Say }) {
  if (pictureId === undefined) {
    return (
      <span className="err">
        <Icon name="warning" />
        {error}
      </span>
    );
  }
  return (
    <>
      <span className={isKnown ? 'pill pill--info' : 'pill pill--ok'}>
        {say(isKnown ? 'pictures.known' : 'pictures.kept')}
      </span>
      <a className="sent__open" href={`/admin/pictures/${pictureId}`}>
        {say('pictures.picture', { id: pictureId })}
      </a>
      {missing.length > 0 && (
        <span className="meta">{say('pictures.needs', { fields: fieldsIn(missing, say) })}</span>
      )}
    </>
  );
}
