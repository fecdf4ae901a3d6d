'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, type ReactNode, useActionState, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import type { FormState } from '@/lib/forms/form-state';
import type { Say } from '@/lib/site/labels';
import { isSettled, type Upload, type UploadOptions, useUploads } from './upload-queue.client';

/** The result for one file; `error`: why it was not saved. */
export interface SentFile {
  name: string;
  error?: string;
}

export interface DropAnswer<Sent extends SentFile> extends FormState {
  sent: Sent[];
}

interface DropFormProps<Kept extends { kind: 'kept' }, Sent extends SentFile> extends UploadOptions<Kept> {
  /** The name of the field, and part of the ids around it. */
  name: string;
  accept: string;
  words: { title: string; files: string; hint: string; noneChosen: string };
  action: (state: DropAnswer<Sent>, form: FormData) => Promise<DropAnswer<Sent>>;
  /** A saved upload in the shape of the plain form's answer. */
  sentAs: (kept: Kept, name: string) => Sent;
  /** What is shown for a saved file. */
  children: (sent: Sent) => ReactNode;
}

/**
 * Uploads files into a library, several at once, chosen or dropped. A plain form does it; with script each file is sent
 * on its own, with its own progress and answer, and is sent again when the connection has failed.
 */
export function DropForm<Kept extends { kind: 'kept' }, Sent extends SentFile>({
  name,
  accept,
  words,
  action,
  faultOf,
  send,
  sentAs,
  children,
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
        <FilesField name={name} accept={accept} error={error} words={words} say={say} />
        <Button kind="ink" icon="plus">
          {say('pictures.send')}
        </Button>
      </form>
      <UploadList uploads={uploads} retry={retry} say={say}>
        {(saved, name) => children(sentAs(saved, name))}
      </UploadList>
      <SentList sent={state.sent} say={say}>
        {children}
      </SentList>
    </section>
  );
}

interface FilesFieldProps {
  name: string;
  accept: string;
  error: string | undefined;
  words: { files: string; hint: string };
  say: Say;
}

function FilesField({ name, accept, error, words, say }: FilesFieldProps) {
  return (
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
  );
}

interface UploadListProps<Kept extends { kind: 'kept' }> {
  uploads: readonly Upload<Kept>[];
  retry: (upload: Upload<Kept>) => void;
  say: Say;
  /** What is shown for an upload that was saved. */
  children: (saved: Kept, name: string) => ReactNode;
}

/** The uploads of this page, each with its progress. */
function UploadList<Kept extends { kind: 'kept' }>({ uploads, retry, say, children }: UploadListProps<Kept>) {
  if (uploads.length === 0) return null;
  return (
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
              children(upload.outcome, upload.file.name)
            ) : (
              <PendingUpload upload={upload} retry={() => retry(upload)} say={say} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SentListProps<Sent extends SentFile> {
  sent: readonly Sent[];
  say: Say;
  children: (sent: Sent) => ReactNode;
}

/** The answer to the form when it was sent without script. */
function SentList<Sent extends SentFile>({ sent: files, say, children }: SentListProps<Sent>) {
  if (files.length === 0) return null;
  return (
    <div role="status">
      <h3 className="mt-[0.9rem] text-base/[1.4] font-serif font-strong">{say('pictures.sent')}</h3>
      <ul className="sent">
        {files.map((sent, at) => (
          <li
            className="py-[0.45rem] px-0 gap-y-1 gap-x-3 border-b border-b-rule flex flex-wrap items-center"
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of an answer never changes, and names may repeat
            key={at}
          >
            <b className="font-medium flex-[1_1_12rem] min-w-0 wrap-anywhere">{sent.name}</b>
            {sent.error === undefined ? children(sent) : <UploadError message={sent.error} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** An upload that is not saved, or not yet. */
function PendingUpload<Kept extends { kind: 'kept' }>({
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
        <span className="meta">{progressLabel(state, percent, say)}</span>
      </>
    );
  if (outcome?.kind === 'refused') return <UploadError message={outcome.error || say('form.serverError')} />;
  return (
    <>
      <UploadError message={say('pictures.notSent')} />
      <button type="button" className="btn" onClick={retry}>
        {say('pictures.tryAgain')}
        <span className="vh"> {file.name}</span>
      </button>
    </>
  );
}

function progressLabel(state: string, percent: number, say: Say): string {
  if (state === 'sending') return say('pictures.sending', { percent });
  if (state === 'making') return say('pictures.making');
  return say(state === 'retrying' ? 'pictures.retrying' : 'pictures.waiting');
}

function UploadError({ message }: { message: string }) {
  return (
    <span className="err mt-0">
      <Icon name="warning" />
      {message}
    </span>
  );
}
