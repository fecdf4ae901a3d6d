'use client';

import { useActionState } from 'react';
import type { CommentFormState, Meant, SubmitComment } from '@/lib/comments/posting/comment-form-state';
import { untouched } from '@/lib/forms/form-state';
import { type LabelSet, labelsIn, type Say } from '@/lib/site/labels';
import { Answer } from './answer';
import { CommentFields } from './comment-fields';
import { FormOutcomes, ReportOutcome } from './comment-outcome';
import { Field } from './field';

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
  const query = new URLSearchParams({
    ...(replyTo && { reply: String(replyTo.id) }),
    ...(sort !== undefined && { sort }),
  });
  const formAddress = `${address}${query.size > 0 ? `?${query}` : ''}#comment-form`;
  const [state, submit] = useActionState<CommentFormState, FormData>(action, untouched, formAddress);
  const isSent = state.notice?.kind === 'done';
  const answered = isSent || state.values.parentId === '' ? null : replyTo;

  if (!isOpen) return <ClosedForm state={state} isGone={isGone ?? false} say={say} />;
  return (
    <>
      <FormOutcomes say={say} />
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
        <FormHead answered={answered} address={address} say={say} />
        <p>{say('comments.emailNote')}</p>
        <input type="hidden" name="storyId" value={storyId} />
        <input type="hidden" name="parentId" value={answered?.id ?? ''} />
        {sort !== undefined && <input type="hidden" name="sort" value={sort} />}
        <input type="hidden" name="token" value={token} />
        <CommentFields state={state} say={say} />
      </form>
    </>
  );
}

/** What the form is for; of a reply also the words that it answers, and the way back to a comment of one's own. */
function FormHead({ answered, address, say }: { answered: Meant | null; address: string; say: Say }) {
  if (!answered) return <h3 id="comment-form-title">{say('comments.write')}</h3>;
  return (
    <>
      <h3 id="comment-form-title">{say('comments.replyTo', { name: answered.name })}</h3>
      <blockquote className="meta">{answered.words}</blockquote>
      <a className="more" href={`${address}#comment-form`} data-cancel-reply="">
        {say('comments.cancelReply')}
      </a>
    </>
  );
}

/** Under a story whose discussion is closed: the answer to what was sent, and its text, so that it is not lost. */
function ClosedForm({ state, isGone, say }: { state: CommentFormState; isGone: boolean; say: Say }) {
  const isSent = state.notice?.kind === 'done';
  return (
    <>
      {!isGone && <ReportOutcome say={say} />}
      <Answer state={state} />
      {!isSent && !isGone && <p className="note">{say('comments.closed')}</p>}
      {state.values.body && (
        <Field name="body" label={say('talk.yourText')} error={undefined}>
          {({ id }) => (
            <textarea className="textarea" rows={5} readOnly id={id} defaultValue={state.values.body} />
          )}
        </Field>
      )}
    </>
  );
}
