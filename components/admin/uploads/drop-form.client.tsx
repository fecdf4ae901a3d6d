'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, type ReactNode, useActionState, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import type { FormState } from '@/lib/forms/form-state';
import type { Say } from '@/lib/site/labels';
import { isSettled, type Manner, type Upload, useUploads } from './upload-queue.client';

/** What became of one file; a sentence, if it was not kept. */
export interface SentFile {
  name: string;
  error?: string;
}

export interface DropAnswer<Sent extends SentFile> extends FormState {
  sent: Sent[];
}

interface DropFormProps<Kept extends { kind: 'kept' }, Sent extends SentFile> extends Manner<Kept> {
  /** Of the field, and by it of the part of the page. */
  name: string;
  accept: string;
  words: { title: string; files: string; hint: string; noneChosen: string };
  action: (state: DropAnswer<Sent>, form: FormData) => Promise<DropAnswer<Sent>>;
  /** One that has been kept, as the form without script would be told of it. */
  sentAs: (kept: Kept, name: string) => Sent;
  /** What is told of one that is kept. */
  children: (sent: Sent) => ReactNode;
}

/**
 * Files into a library, several at once, chosen or dropped. A plain form does it; with script each file goes by itself,
 * with its own progress and its own answer, and goes again when the connection has failed.
 */
export function DropForm<Kept extends { kind: 'kept' }, Sent extends SentFile>({
  name,
  accept,
  words,
  action,
  faultOf,
  send,
  sentAs,
  children: told,
}: DropFormProps<Kept, Sent>) {
  const say = useSay();
  const router = useRouter();
  const [state, sendPlain] = useActionState(action, { values: {}, errors: {}, sent: [] });
  const [isOver, setIsOver] = useState(false);
  const [isNothingChosen, setIsNothingChosen] = useState(false);
  const { uploads, add, retry } = useUploads<Kept>({ faultOf, send }, () => router.refresh());

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const input = form.elements.namedItem(name) as HTMLInputElement;
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
  const error = isNothingChosen ? words.noneChosen : state.errors[name];

  return (
    <section className="panel mb-7" aria-labelledby={`add-${name}`}>
      <h2 id={`add-${name}`}>{words.title}</h2>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <form
        action={sendPlain}
        onSubmit={submit}
        className={
          isOver
            ? 'lib__drop is-over p-[0.9rem] gap-3 border border-dashed border-ink flex flex-wrap items-start bg-info-wash'
            : 'lib__drop p-[0.9rem] gap-3 border border-dashed border-control flex flex-wrap items-start bg-wash'
        }
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <div className="field flex-[1_1_18rem] min-w-0">
          <label className="label" htmlFor={name}>
            {words.files}
          </label>
          <input
            className="input"
            id={name}
            name={name}
            type="file"
            multiple
            accept={accept}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${name}-error ${name}-hint` : `${name}-hint`}
          />
          <p className="hint" id={`${name}-hint`}>
            <span>
              {words.hint} <noscript>{say('pictures.filesHintPlain')}</noscript>
              <span className="noscript:hidden">{say('pictures.drop')}</span>
            </span>
          </p>
          {error && (
            <p className="err" id={`${name}-error`}>
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
          <h3 className="mt-[0.9rem] text-base/[1.4] font-serif font-strong">{say('pictures.sent')}</h3>
          <p className="meta" role="status">
            {say('pictures.progress', {
              done: uploads.filter((upload) => isSettled(upload.state)).length,
              total: uploads.length,
            })}
          </p>
          <ul className="sent">
            {uploads.map((upload) => (
              <li
                className="py-[0.45rem] px-0 gap-y-1 gap-x-3 border-b border-b-rule flex flex-wrap items-center"
                key={upload.key}
              >
                <b className="font-medium flex-[1_1_12rem] min-w-0 wrap-anywhere">{upload.file.name}</b>
                {upload.outcome?.kind === 'kept' ? (
                  told(sentAs(upload.outcome, upload.file.name))
                ) : (
                  <OnItsWay upload={upload} retry={() => retry(upload)} say={say} />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {state.sent.length > 0 && (
        <div role="status">
          <h3 className="mt-[0.9rem] text-base/[1.4] font-serif font-strong">{say('pictures.sent')}</h3>
          <ul className="sent">
            {state.sent.map((sent, at) => (
              <li
                className="py-[0.45rem] px-0 gap-y-1 gap-x-3 border-b border-b-rule flex flex-wrap items-center"
                // biome-ignore lint/suspicious/noArrayIndexKey: an answer's list stays as it came, and names may be alike
                key={at}
              >
                <b className="font-medium flex-[1_1_12rem] min-w-0 wrap-anywhere">{sent.name}</b>
                {sent.error === undefined ? told(sent) : <Fault sentence={sent.error} />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** One that is not kept, or not yet. */
function OnItsWay<Kept extends { kind: 'kept' }>({
  upload: { file, state, percent, outcome },
  retry,
  say,
}: {
  upload: Upload<Kept>;
  retry: () => void;
  say: Say;
}) {
  if (!isSettled(state))
    return (
      <>
        <progress className="w-36 h-2 accent-ink" max={100} value={percent} aria-label={file.name} />
        <span className="meta">{waitingWord(state, percent, say)}</span>
      </>
    );
  if (outcome?.kind === 'refused') return <Fault sentence={outcome.error || say('form.serverError')} />;
  return (
    <>
      <Fault sentence={say('pictures.notSent')} />
      <button type="button" className="btn" onClick={retry}>
        {say('pictures.tryAgain')}
        <span className="vh"> {file.name}</span>
      </button>
    </>
  );
}

function waitingWord(state: string, percent: number, say: Say): string {
  if (state === 'sending') return say('pictures.sending', { percent });
  if (state === 'making') return say('pictures.making');
  return say(state === 'retrying' ? 'pictures.retrying' : 'pictures.waiting');
}

function Fault({ sentence }: { sentence: string }) {
  return (
    <span className="err mt-0">
      <Icon name="warning" />
      {sentence}
    </span>
  );
}
