'use client';

import { useActionState } from 'react';
import type { CommentFormState, Meant, SubmitComment } from '@/lib/comments/posting/comment-form-state';
import { untouched } from '@/lib/forms/form-state';
import { type LabelSet, labelsIn } from '@/lib/site/labels';
import { Answer } from './answer';
import { Field, Wrong } from './field';

const REASONS = ['abuse', 'hate', 'false', 'spam', 'private', 'other'] as const;

interface ReportFormProps {
  storyId: number;
  address: string;
  /** Where its sender goes on reading. */
  here: string;
  reported: Meant;
  action: SubmitComment;
  labelSet: LabelSet;
}

/** What is wrong with a comment, told to the newsroom. It stands where the comment form stands otherwise. */
export function ReportForm({ storyId, address, here, reported, action, labelSet }: ReportFormProps) {
  const say = labelsIn(labelSet);
  const sentTo = `${address}?report=${reported.id}#comment-form`;
  const [state, submit] = useActionState<CommentFormState, FormData>(action, untouched, sentTo);
  const { values, errors } = state;
  return (
    <>
      <Answer state={state} />
      <form
        className="form"
        id="report"
        action={submit}
        aria-labelledby="report-title"
        noValidate
        data-talk=""
      >
        <h3 id="report-title">{say('talk.reportTitle', { name: reported.name })}</h3>
        <blockquote className="meta">{reported.words}</blockquote>
        <a className="more" href={`${address}#comment-form`} data-cancel-reply="">
          {say('talk.reportCancel')}
        </a>
        <p>{say('talk.reportNote')}</p>
        <input type="hidden" name="storyId" value={storyId} />
        <input type="hidden" name="here" value={here} />
        <input type="hidden" name="report" value={reported.id} />
        <div className="form__grid">
          <fieldset className="choices" aria-describedby={errors.reason && 'comment-reason-error'}>
            <legend className="label">{say('talk.reportWhy')}</legend>
            {REASONS.map((reason) => (
              <label className="check" key={reason}>
                <input type="radio" name="reason" value={reason} defaultChecked={values.reason === reason} />
                <span>{say(`talk.reason.${reason}`)}</span>
              </label>
            ))}
            <Wrong id="comment-reason-error" error={errors.reason} />
          </fieldset>
          <Field name="words" label={say('talk.reportWords')} error={errors.words}>
            {(tied) => <textarea className="textarea" rows={3} defaultValue={values.words} {...tied} />}
          </Field>
          <div className="form__end">
            <button
              className="btn btn--main"
              type="submit"
              data-sending={say('comments.sending')}
              data-no-line={say('comments.noLine')}
            >
              {say('talk.reportSend')}
            </button>
          </div>
        </div>
      </form>
    </>
  );
}
