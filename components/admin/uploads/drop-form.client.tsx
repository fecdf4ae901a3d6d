'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type FormEvent, type ReactNode, useActionState, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FormState } from '@/lib/forms/form-state';
import { FilesField } from './files-field';
import { type SentFile, SentFileList } from './sent-file-list';
import { UploadList } from './upload-list';
import { type UploadOptions, useUploads } from './use-uploads.client';

export interface DropAnswer<Sent extends SentFile> extends FormState {
  sent: Sent[];
}

interface DropFormProps<Saved extends { kind: 'saved' }, Sent extends SentFile> extends UploadOptions<Saved> {
  /** The name of the field, and part of the ids around it. */
  name: string;
  accept: string;
  words: { title: string; files: string; hint: string; noneChosen: string };
  action: (state: DropAnswer<Sent>, form: FormData) => Promise<DropAnswer<Sent>>;
  /** A saved upload in the shape of the plain form's answer. */
  sentAs: (saved: Saved, name: string) => Sent;
  /** What is shown for a saved file. */
  children: (sent: Sent) => ReactNode;
}

/**
 * Uploads files into a library, several at once, chosen or dropped. A plain form does it; with script each file is sent
 * on its own, with its own progress and answer, and is sent again when the connection has failed.
 */
export function DropForm<Saved extends { kind: 'saved' }, Sent extends SentFile>({
  name,
  accept,
  words,
  action,
  faultOf,
  send,
  sentAs,
  children,
}: DropFormProps<Saved, Sent>) {
  const say = useSay();
  const router = useRouter();
  const [state, sendPlain] = useActionState(action, { values: {}, errors: {}, sent: [] });
  const { uploads, add, retry } = useUploads<Saved>({ faultOf, send }, () => router.refresh());

  return (
    <section className="panel mb-7" aria-labelledby={`add-${name}`}>
      <h2 id={`add-${name}`}>{words.title}</h2>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      <DropZone
        name={name}
        sendPlain={sendPlain}
        onFiles={add}
        accept={accept}
        words={words}
        error={state.errors[name]}
      />
      <UploadList uploads={uploads} retry={retry} say={say}>
        {(saved, name) => children(sentAs(saved, name))}
      </UploadList>
      <SentFileList sent={state.sent} say={say}>
        {children}
      </SentFileList>
    </section>
  );
}

interface DropZoneProps
  extends Pick<DropFormProps<{ kind: 'saved' }, SentFile>, 'name' | 'accept' | 'words'> {
  sendPlain: (form: FormData) => void;
  onFiles: (files: readonly File[]) => void;
  error: string | undefined;
}

/** The form with the files field, which takes dropped files too. Without script it is sent as it stands. */
function DropZone({ name, accept, words, sendPlain, onFiles, error }: DropZoneProps) {
  const say = useSay();
  const [isOver, setIsOver] = useState(false);
  const [isNothingChosen, setIsNothingChosen] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const input = form.elements.namedItem(name) as HTMLInputElement;
    const files = [...(input.files ?? [])];
    setIsNothingChosen(files.length === 0);
    onFiles(files);
    form.reset();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
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
      <FilesField
        name={name}
        accept={accept}
        error={isNothingChosen ? words.noneChosen : error}
        words={words}
        say={say}
      />
      <Button kind="ink" icon="plus">
        {say('pictures.send')}
      </Button>
    </form>
  );
}
