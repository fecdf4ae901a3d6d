'use client';

import { useActionState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { type FormState, untouched } from '@/lib/forms/form-state';

interface Props {
  comment: { id: number; version: number; name: string; body: string };
  tab: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labels: { title: string; about: string; hint: string; send: string; cancel: string };
}

/** Where the newsroom answers one reader, above the queue. */
export function CommentAnswer({ comment, tab, action, labels }: Props) {
  const [state, submit] = useActionState(action, untouched);
  return (
    <section className="panel" id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{labels.title}</h2>
      <form className="panel__in" action={submit} noValidate>
        {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
        <blockquote className="q__parent">
          <strong>{comment.name}</strong>: {comment.body}
        </blockquote>
        <input type="hidden" name="commentId" value={comment.id} />
        <input type="hidden" name="basedOn" value={comment.version} />
        <TextArea
          name="body"
          id="answer-body"
          label={labels.about}
          hint={labels.hint}
          value={state.values.body}
          error={state.errors.body}
          required
        />
        <div className="q__do">
          <Button kind="main">{labels.send}</Button>
          <ButtonLink href={`/admin/comments?state=${tab}`}>{labels.cancel}</ButtonLink>
        </div>
      </form>
    </section>
  );
}
