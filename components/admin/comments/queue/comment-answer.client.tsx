'use client';

import { useEffect, useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area.client';
import { usePreservedInput } from '@/components/ui/use-preserved-input.client';
import { type FormState, untouched } from '@/lib/forms/form-state';
import type { QueueComment } from '../queue-comment';

interface CommentAnswerProps {
  comment: QueueComment;
  /** The list that one comes from, and goes back to. */
  address: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labels: { title: string; about: string; hint: string; send: string; cancel: string };
  onDone: (text: string) => void;
  onCancel: () => void;
}

/** Where the newsroom answers one reader, above the queue. */
export function CommentAnswer({ comment, address, action, labels, onDone, onCancel }: CommentAnswerProps) {
  const [state, submit, isSending] = useRetrySafeForm(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  usePreservedInput(form, isSending);
  const panel = useRef<HTMLElement>(null);
  const inPlace = useRef<HTMLInputElement>(null);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    if (inPlace.current) inPlace.current.value = '1';
    const field = panel.current?.querySelector<HTMLElement>('textarea');
    field?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    if (state.notice?.kind === 'done') done.current(state.notice.text);
  }, [state]);

  return (
    <section className="panel" id="answer" aria-labelledby="answer-title" ref={panel}>
      <h2 id="answer-title">{labels.title}</h2>
      <form ref={form} className="panel__in" action={submit} noValidate>
        {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
        <blockquote className="pl-[0.7rem] border-l-3 border-l-rule text-ink-2 max-w-176">
          <strong>{comment.name}</strong>: {comment.text.map(({ text }) => text).join('')}
        </blockquote>
        <input type="hidden" name="commentId" value={comment.id} />
        <input type="hidden" name="basedOn" value={comment.version} />
        <input type="hidden" name="back" value={address} />
        <input type="hidden" name="inPlace" defaultValue="" ref={inPlace} />
        <TextArea
          name="body"
          id="answer-body"
          label={labels.about}
          hint={labels.hint}
          value={state.values.body}
          error={state.errors.body}
          required
        />
        <div className="q__do gap-[0.4rem] flex flex-wrap relative [&_kbd]:h-5 [&_kbd]:min-w-5 [&_kbd]:align-middle max-lg:[&_kbd]:hidden">
          <Button kind="main">{labels.send}</Button>
          <a
            className="btn"
            href={address}
            onClick={(event) => {
              event.preventDefault();
              onCancel();
            }}
          >
            {labels.cancel}
          </a>
        </div>
      </form>
    </section>
  );
}
