'use client';

import { type ReactNode, useActionState, useRef } from 'react';
import type { CommentFormState, SubmitComment } from '@/lib/comments/posting/comment-form-state';
import { untouched } from '@/lib/forms/form-state';
import type { Words } from '@/lib/site/labels';
import { sayWith } from '@/lib/site/labels/say-with';
import { CacheTags } from '../cache-tags';
import { Field } from '../discussion/field';
import { FormNotice } from './form-notice';
import { useNoticeFocus } from './use-notice-focus.client';

interface AskFormProps {
  action: SubmitComment;
  words: Words;
  button: string;
  /** The form's own address, for whoever sees that they have mistyped theirs. */
  again: string;
  /** What the address is for. */
  children: ReactNode;
}

/** One address, for a link that is mailed to it. */
export function AskForm({ action, words, button, again, children }: AskFormProps) {
  const say = sayWith(words);
  const [answer, submit] = useActionState<CommentFormState, FormData>(
    action,
    untouched,
    // Where the page that comes back begins for who hears it: what became of the form, then the form.
    `${again}#ask`,
  );
  const { notice, values, errors, status } = answer;
  const place = useRef<HTMLDivElement>(null);
  useNoticeFocus(place, answer);
  return (
    <div id="ask" ref={place}>
      {status && <CacheTags tags={[]} status={status} />}
      <FormNotice notice={notice} />
      {notice?.kind === 'done' && (
        <p className="meta mt-4">
          {say('account.askedFor', { email: values.email ?? '' })}{' '}
          <a className="more" href={again}>
            {say('account.retype')}
          </a>
        </p>
      )}
      {notice?.kind !== 'done' && (
        <form className="form" action={submit} noValidate>
          {children}
          <p className="vh" aria-hidden="true">
            <label htmlFor="ask-subject">{say('comments.trap')}</label>
            <input id="ask-subject" name="subject" tabIndex={-1} autoComplete="off" />
          </p>
          <Field name="email" label={say('account.email')} error={errors.email}>
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
          <p className="form__end mt-4">
            <button className="btn btn--main" type="submit">
              {button}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
