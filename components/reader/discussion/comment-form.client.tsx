'use client';

import { type ReactNode, useActionState } from 'react';
import type { CommentFormState, SubmitComment } from '@/lib/comments/comment-form-state';
import { untouched } from '@/lib/forms/form-state';
import { type LabelSet, labelsIn, type Say } from '@/lib/site/labels';

interface Props {
  storyId: number;
  /** The story's own address: there the form is sent, and there its answer appears. */
  address: string;
  replyTo: { id: number; name: string } | null;
  action: SubmitComment;
  labelSet: LabelSet;
}

/**
 * Readers get only its server half: `useActionState` is what keeps their text when something is wrong. What
 * happens in place is `comment-form.enhance.ts`.
 */
export function CommentForm({ storyId, address, replyTo, action, labelSet }: Props) {
  const say = labelsIn(labelSet);
  const sentTo = `${address}${replyTo ? `?reply=${replyTo.id}` : ''}#comment-form`;
  const [state, submit] = useActionState<CommentFormState, FormData>(action, untouched, sentTo);
  const { values, errors } = state;
  const isSent = state.notice?.kind === 'done';
  const answered = isSent || values.parentId === '' ? null : replyTo;

  return (
    <>
      <Answer state={state} address={address} say={say} />
      <form
        className="form"
        action={submit}
        aria-labelledby="comment-form-title"
        noValidate
        data-comment-form={storyId}
      >
        <h3 id="comment-form-title">
          {answered ? say('comments.replyTo', { name: answered.name }) : say('comments.write')}
        </h3>
        {answered && (
          <a className="more" href={`${address}#comment-form`} data-cancel-reply="">
            {say('comments.cancelReply')}
          </a>
        )}
        <p>{say('comments.emailNote')}</p>
        <input type="hidden" name="storyId" value={storyId} />
        <input type="hidden" name="parentId" value={answered?.id ?? ''} />
        <p className="vh" aria-hidden="true">
          <label htmlFor="comment-subject">{say('comments.trap')}</label>
          <input id="comment-subject" name="subject" tabIndex={-1} autoComplete="off" />
        </p>
        <div className="form__grid form__grid--2">
          <Field
            name="body"
            label={say('comments.body')}
            hint={say('comments.bodyHint', { max: 5000 })}
            error={errors.body}
            isWide
          >
            {(tied) => (
              <textarea className="textarea" rows={5} required defaultValue={values.body} {...tied} />
            )}
          </Field>
          <Field name="name" label={say('comments.name')} error={errors.name}>
            {(tied) => (
              <input className="input" autoComplete="name" required defaultValue={values.name} {...tied} />
            )}
          </Field>
          <Field name="email" label={say('comments.email')} error={errors.email}>
            {(tied) => (
              <input
                className="input"
                type="email"
                autoComplete="email"
                required
                defaultValue={values.email}
                {...tied}
              />
            )}
          </Field>
          <Field
            name="website"
            label={say('comments.website')}
            hint={say('comments.websiteHint')}
            error={errors.website}
            isWide
          >
            {(tied) => (
              <input
                className="input"
                type="text"
                inputMode="url"
                autoComplete="url"
                defaultValue={values.website}
                {...tied}
              />
            )}
          </Field>
          <label className="check wide">
            <input type="checkbox" name="remember" value="1" defaultChecked={values.remember === '1'} />
            <span>{say('comments.saveInfo')}</span>
          </label>
          <div className="form__end wide">
            <button className="btn btn--main" type="submit" data-sending={say('comments.sending')}>
              {say('comments.submit')}
            </button>
          </div>
        </div>
      </form>
    </>
  );
}

/** What became of it, above the form, where the browser has scrolled to. */
function Answer({ state, address, say }: { state: CommentFormState; address: string; say: Say }) {
  const { notice, written } = state;
  if (!notice) return null;
  if (notice.kind === 'refused') {
    return (
      <div className="note note--err" role="alert" data-answer="refused">
        {notice.text}
      </div>
    );
  }
  const place =
    written && (written.id === written.rootId ? '' : `${address}/discussion/thread-${written.rootId}`);
  return (
    <div className={written ? 'note note--ok' : 'cm--wait'} role="status" data-answer="done">
      {notice.text} {written && <a href={`${place}#c${written.id}`}>{say('comments.seeYours')}</a>}
    </div>
  );
}

interface Tied {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

function Field({
  name,
  label,
  hint,
  error,
  isWide = false,
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  isWide?: boolean;
  children: (tied: Tied) => ReactNode;
}) {
  const id = `comment-${name}`;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={isWide ? 'wide' : undefined}>
      <label className="label" htmlFor={id}>
        <Marked label={label} />
      </label>
      {children({
        id,
        name,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1" />
          </svg>
          {error}
        </p>
      )}
    </div>
  );
}

/** The star of a required field is for the eye; `required` says it to everyone else. */
function Marked({ label }: { label: string }) {
  if (!label.endsWith(' *')) return label;
  return (
    <>
      {label.slice(0, -2)}{' '}
      <span className="req" aria-hidden="true">
        *
      </span>
    </>
  );
}
