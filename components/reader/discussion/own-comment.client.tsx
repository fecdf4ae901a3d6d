'use client';

import { clockTime } from '@barta/bengali/dates';
import { useActionState, useRef } from 'react';
import { type FormState, untouched } from '@/lib/forms/form-state';
import type { Say, Words } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';
import { FormNotice } from '../account/form-notice';
import { useNoticeFocus } from '../account/use-notice-focus.client';
import { Field } from './field';

type Submit = (state: FormState, form: FormData) => Promise<FormState>;

interface OwnCommentProps {
  comment: {
    id: number;
    body: string;
    state: string;
    editableUntil: Date | null;
    story: { id: number; headline: string; section: string };
  };
  /** Of a mailed link; it stands for the device. */
  token?: string;
  save: Submit;
  takeBack: Submit;
  words: Words;
}

/** What can be done with one's own comment: mend it while it is new, take it back at any time. */
export function OwnComment({ comment, token = '', save, takeBack, words }: OwnCommentProps) {
  const say = sayWith(words);
  const [edited, edit] = useActionState(save, untouched);
  const [taken, take] = useActionState(takeBack, untouched);
  const place = useRef<HTMLDivElement>(null);
  useNoticeFocus(place, edited);
  useNoticeFocus(place, taken);
  const { id, state, story, editableUntil } = comment;
  // With script the page is not asked for anew.
  const isTaken = taken.notice?.kind === 'done';
  const isThere = !isTaken && (state === 'visible' || state === 'held');
  return (
    <div ref={place}>
      <p className="meta">
        <a href={`/${story.section}/${story.id}#discussion`}>{story.headline}</a>
      </p>
      <FormNotice notice={taken.notice ?? edited.notice} />
      {isThere && editableUntil && (
        <EditForm comment={comment} until={editableUntil} state={edited} submit={edit} say={say} />
      )}
      {isThere && !editableUntil && <Text body={comment.body} />}
      {isThere && (
        <form className="form" action={take} aria-labelledby="withdraw-title">
          <h2 id="withdraw-title">{say('talk.own.withdraw')}</h2>
          <p>{say('talk.own.withdrawNote')}</p>
          <input type="hidden" name="commentId" value={id} />
          <input type="hidden" name="token" value={token} />
          <button className="btn" type="submit">
            {say('talk.own.withdraw')}
          </button>
        </form>
      )}
      <HiddenComment state={state} isNoticeRead={taken.notice !== undefined} say={say} />
      <p>
        <a className="more" href={`/${story.section}/${story.id}#discussion`}>
          {say('talk.own.back')}
        </a>
      </p>
    </div>
  );
}

interface EditFormProps {
  comment: OwnCommentProps['comment'];
  until: Date;
  state: FormState;
  submit: (form: FormData) => void;
  say: Say;
}

function EditForm({ comment, until, state, submit, say }: EditFormProps) {
  return (
    <form className="form" action={submit} aria-labelledby="edit-title" noValidate>
      <h2 id="edit-title">{say('talk.own.edit')}</h2>
      <p>{say('talk.own.editUntil', { until: clockTime(until) })}</p>
      <input type="hidden" name="commentId" value={comment.id} />
      <Field name="body" label={say('comments.body')} error={state.errors.body}>
        {(tied) => (
          <textarea
            className="textarea"
            rows={6}
            required
            defaultValue={state.values.body ?? comment.body}
            {...tied}
          />
        )}
      </Field>
      <p className="form__end mt-4">
        <button className="btn btn--main" type="submit">
          {say('talk.own.save')}
        </button>
      </p>
    </form>
  );
}

function Text({ body }: { body: string }) {
  return <blockquote className="cm cm__text">{body}</blockquote>;
}

function HiddenComment({ state, isNoticeRead, say }: { state: string; isNoticeRead: boolean; say: Say }) {
  if (state === 'withdrawn' && !isNoticeRead) return <p className="note">{say('talk.own.withdrawn')}</p>;
  return state === 'hidden' || state === 'spam' ? <p className="note">{say('talk.own.taken')}</p> : null;
}
