'use client';

import { useActionState } from 'react';
import { MAX_BODY } from '@/lib/comments/comment-limits';
import type { CommentFormState, Meant, SubmitComment } from '@/lib/comments/posting/comment-form-state';
import { untouched } from '@/lib/forms/form-state';
import { type LabelSet, labelsIn } from '@/lib/site/labels';
import { Answer } from './answer';
import { Field } from './field';
import { SaidAboveForm, SaidOfReport } from './said';

interface CommentFormProps {
  storyId: number;
  /** The story's own address: there the form is sent, and there its answer appears. */
  address: string;
  replyTo: Meant | null;
  /** The order that is read in, if it is not the usual. */
  sort?: string | undefined;
  /** Proves that this site made the form, for this story, and when. */
  token: string;
  /** Closed: only what was typed before that is shown, so that nothing is lost. */
  isOpen: boolean;
  /** The story is taken down: nothing is asked, and only who has just written hears something. */
  isGone?: boolean;
  action: SubmitComment;
  labelSet: LabelSet;
}

/**
 * Readers get only its server half: `useActionState` is what keeps their text when something is wrong. What
 * happens in place is `comment-form.enhance.ts`.
 */
export function CommentForm({
  storyId,
  address,
  replyTo,
  sort,
  token,
  isOpen,
  isGone,
  action,
  labelSet,
}: CommentFormProps) {
  const say = labelsIn(labelSet);
  const asked = new URLSearchParams({
    ...(replyTo && { reply: String(replyTo.id) }),
    ...(sort !== undefined && { sort }),
  });
  const sentTo = `${address}${asked.size > 0 ? `?${asked}` : ''}#comment-form`;
  const [state, submit] = useActionState<CommentFormState, FormData>(action, untouched, sentTo);
  const { values, errors } = state;
  const isSent = state.notice?.kind === 'done';
  const answered = isSent || values.parentId === '' ? null : replyTo;

  if (!isOpen) {
    return (
      <>
        {!isGone && <SaidOfReport say={say} />}
        <Answer state={state} />
        {!isSent && !isGone && <p className="note">{say('comments.closed')}</p>}
        {values.body && (
          <Field name="body" label={say('talk.yourText')} error={undefined}>
            {({ id }) => (
              <textarea className="textarea" rows={5} readOnly id={id} defaultValue={values.body} />
            )}
          </Field>
        )}
      </>
    );
  }
  return (
    <>
      <SaidAboveForm say={say} />
      <Answer state={state} />
      {state.mayAppeal && (
        <a className="more" href="#comment-appeal">
          {say('talk.appealHere')}
        </a>
      )}
      <form
        className="form"
        id="write"
        action={submit}
        aria-labelledby="comment-form-title"
        noValidate
        data-talk=""
        data-comment-form={storyId}
      >
        <h3 id="comment-form-title">
          {answered ? say('comments.replyTo', { name: answered.name }) : say('comments.write')}
        </h3>
        {answered && <blockquote className="meta">{answered.words}</blockquote>}
        {answered && (
          <a className="more" href={`${address}#comment-form`} data-cancel-reply="">
            {say('comments.cancelReply')}
          </a>
        )}
        <p>{say('comments.emailNote')}</p>
        <input type="hidden" name="storyId" value={storyId} />
        <input type="hidden" name="parentId" value={answered?.id ?? ''} />
        {sort !== undefined && <input type="hidden" name="sort" value={sort} />}
        <input type="hidden" name="token" value={token} />
        <p className="vh" aria-hidden="true">
          <label htmlFor="comment-subject">{say('comments.trap')}</label>
          <input id="comment-subject" name="subject" tabIndex={-1} autoComplete="off" />
        </p>
        <div className="form__grid form__grid--2">
          <Field
            name="body"
            label={say('comments.body')}
            hint={say('comments.bodyHint', { max: MAX_BODY })}
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
          <p className="hint wide">
            {say('letters.consent.publish')}{' '}
            <a className="more" href="/account" rel="nofollow">
              {say('account.title')}
            </a>
          </p>
          <label className="check wide">
            <input type="checkbox" name="tellReplies" value="1" defaultChecked={values.tellReplies === '1'} />
            <span>{say('letters.consent.replies')}</span>
          </label>
          <label className="check wide">
            <input type="checkbox" name="sendLetter" value="1" defaultChecked={values.sendLetter === '1'} />
            <span>{say('letters.consent.letter')}</span>
          </label>
          <div className="form__end wide">
            <button
              className="btn btn--main"
              type="submit"
              data-sending={say('comments.sending')}
              data-no-line={say('comments.noLine')}
            >
              {say('comments.submit')}
            </button>
          </div>
          {state.mayAppeal && (
            <div className="wide">
              <Field name="appeal" label={say('talk.appeal')} error={errors.appeal}>
                {(tied) => <textarea className="textarea" rows={3} defaultValue={values.appeal} {...tied} />}
              </Field>
              <button className="btn mt-4" type="submit" name="do" value="appeal">
                {say('talk.appealSend')}
              </button>
            </div>
          )}
        </div>
      </form>
    </>
  );
}
